"""The Office add-in on this computer, for trial: its site on loopback, with a certificate of its own."""
