"""How a command is declared, in which language it speaks, the options it shares, and how it prints."""
