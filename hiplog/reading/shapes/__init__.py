"""Tables -> blocks of rows under one header."""
