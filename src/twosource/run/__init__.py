"""Run the steps: all in one go, or over a library."""

from twosource.run.annotation import Progress
from twosource.run.dossier import Outcome, dossier_of, evidence_of, make_dossier, read_all
from twosource.run.settings import Settings
from twosource.run.steps import STEPS, Step

__all__ = ["STEPS", "Outcome", "Progress", "Settings", "Step", "dossier_of", "evidence_of", "make_dossier", "read_all"]
