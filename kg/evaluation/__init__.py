"""How right reports are: figures, mistakes and reliability, against articles that a person annotated.

Works on reports and plain annotations, before anything is RDF.
"""

from kg.evaluation.articles import annotated, articles_of, without_article
from kg.evaluation.calibration import Calibration, fit_calibration
from kg.evaluation.evaluation import Evaluation, evaluate, evaluate_records
from kg.evaluation.figures import Figure, Share
from kg.evaluation.gold import read_gold
from kg.evaluation.mistakes import Mistake
from kg.evaluation.records import ArticleRecord
from kg.evaluation.reliability import Bin, Judgement, calibration_error, reliability_table
from kg.evaluation.summary import summary
from kg.evaluation.tables import Table, mistake_table, tables
from kg.evaluation.told import record_of

__all__ = [
    "ArticleRecord",
    "Bin",
    "Calibration",
    "Evaluation",
    "Figure",
    "Judgement",
    "Mistake",
    "Share",
    "Table",
    "annotated",
    "articles_of",
    "calibration_error",
    "evaluate",
    "evaluate_records",
    "fit_calibration",
    "mistake_table",
    "read_gold",
    "record_of",
    "reliability_table",
    "summary",
    "tables",
    "without_article",
]
