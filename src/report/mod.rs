//! Figures in, text out. Knows no terminal: width and colour are arguments.
