"""A card in words, line by line: what ``kasales explain`` prints and ``KA_WHY`` answers."""
