"""Recognition: what each sheet is and which column is which, with how sure and why. Arrow only, no pandas."""

from bowtie.intake.recognise.run import recognise

__all__ = ["recognise"]
