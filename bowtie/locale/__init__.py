"""The catalogues: `bowtie.pot` holds every sentence, a folder a language its translation."""
