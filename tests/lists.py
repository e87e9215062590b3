"""The lists that the laws hold for: every list in data/raw, and a sample of generated ones."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
RAW = ROOT / "data" / "raw"
NORMALIZED = ROOT / "data" / "normalized"
SHIPPED = RAW / "fukushima_r04.tsv"
LISTS = sorted(path for path in RAW.iterdir() if path.suffix in {".tsv", ".txt", ".csv"})
