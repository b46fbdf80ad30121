"""The cards played in a real node of NautilusTrader: strategies that test data and orders, on the simulated venue through sockets."""
