"""What goes out: operations, streams and commands of a venue as tables, requests and frames made from them."""
