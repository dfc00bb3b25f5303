"""What the document says in its own words, in both languages."""

from __future__ import annotations

from kemitraan.text import Text

BLANK = "…" * 16
"""A line to write on by hand."""

ABOUT = Text(
    "Laporan ini menjawab kemitraan apa yang sebaiknya dijalin sentra ini, siapa berbuat apa, dan "
    "apa yang dibenahi dahulu. Isinya disimpulkan dari profil sentra dengan aturan yang bersumber; "
    "alasan tiap kesimpulan ada di lampiran. Yang belum diketahui tidak dihitung sebagai "
    "kelemahan, tetapi ditanyakan.",
    "This report says which partnerships this sentra should seek, who does what, and what is to "
    "be repaired first. It is concluded from the profile of the sentra by rules with sources; the "
    "reasons of each conclusion are in the annex. What is not known is not counted as a weakness: "
    "it is asked for.",
)
DECISION = Text("Keputusan yang dianjurkan", "The decision advised")
NUMBER = Text("No.", "No.")
STEP = Text("Langkah", "Step")
WHEN = Text("Kapan; lamanya", "When; how long")
MEANS = Text("Biaya; pembiayaan", "Cost; funding")
FUNDING_NOTE = Text(
    "Biaya berupa golongan, bukan anggaran. Periksa sumber pembiayaan untuk tahun berjalan.",
    "Costs are classes, not budgets. Check the sources of funding for the current year.",
)
