"""The headings and phrases that several reports use, in both languages, in one place."""

from __future__ import annotations

from kemitraan.recommendation import lines
from kemitraan.text import Text

SECTION = {
    "potential": Text("Peta potensi", "Map of potential"),
    "actors": Text("Peta pemangku kepentingan", "Map of stakeholders"),
    "diagnoses": Text("Diagnosis dan penyebab", "Diagnosis and causes"),
    "causes": Text("Penyebab kemitraan belum terbentuk", "Causes of missing partnership"),
    "baseline": Text(
        "Tabel 2 studi: strategi bagi setiap sentra",
        "Table 2 of the study: strategy for any sentra",
    ),
    "strategies": Text("Rencana", "Plan"),
    "needs": Text("Kebutuhan", "Needs"),
    "gates": Text("Syarat memasok dan syarat kesiapan", "Conditions for supply and readiness"),
    "readiness": Text("Kesiapan", "Readiness"),
    "routes": Text(
        "Jalur pasar dan pola kemitraan (praktik)", "Routes to market and patterns (practice)"
    ),
    "gaps": Text("Kesenjangan: tanpa program dalam sumber", "Gaps: no programme in the source"),
    "questions": Text("Yang perlu ditanyakan", "What to ask"),
    "warnings": Text("Peringatan", "Warnings"),
    "practice": Text("Catatan praktik (di luar studi)", "Practice notes (beside the study)"),
    "partnership_types": Text("Jenis dan fokus kemitraan", "Type and focus of partnership"),
}

FOLDER = {
    "1-potential": Text("Langkah 1: potensi", "Step 1: potential"),
    "2-stakeholders": Text("Langkah 2: pemangku kepentingan", "Step 2: stakeholders"),
    "3-needs": Text("Langkah 3: kebutuhan", "Step 3: needs"),
    "4-strategy": Text("Langkah 4: strategi", "Step 4: strategy"),
    "practice": Text("Lapisan praktik", "Practice layer"),
}
"""The folders of the rules, in the order of the study's steps."""

PHASE = {
    "now": Text(
        "Sekarang: paling mendesak, atau ditunggu langkah lain",
        "Now: most urgent, or waited for by other steps",
    ),
    "next": Text(
        "Berikutnya: menunggu langkah sekarang, atau kurang mendesak",
        "Next: waits for the steps of now, or is less urgent",
    ),
    "later": Text("Nanti: menunggu langkah berikutnya", "Later: waits for the steps after that"),
}
KEEP = Text("Sudah tercapai; pertahankan", "Reached already; keep it up")

TYPE = Text("Jenis kemitraan", "Partnership type")
ASSUMING = Text("Dengan asumsi", "Assuming")
ASK_FIRST = Text("tanyakan dahulu {what}", "ask first {what}")
WAITS_FOR = Text("yang menentukan: {what}", "what decides: {what}")
NOT_SHOWN = Text("belum terbukti: {what}", "not shown yet: {what}")
AT_MOST = Text("paling tinggi {now}", "at most {now}")
UNSETTLED = Text("belum pasti: {now}, atau {others}", "not settled: {now}, or {others}")
DEPENDS_ON = Text("bergantung pada {what}", "depends on {what}")
HANGS_ON = Text("berubah bila asumsi ini lain: {what}", "changes with an assumption: {what}")
KEY_LACKING = Text("faktor kunci yang kurang: {what}", "key factors lacking: {what}")
FOCUS = Text("Fokus", "Focus")
ROUTES = Text("Jalur pasar", "Routes to market")
ROUTE = Text("Jalur (pola yang lazim)", "Route (usual pattern)")
PARTNER = Text("Mitra", "Partner")
PREPARE = Text("Disiapkan dahulu", "To prepare first")
ASK = Text("Tanyakan", "Ask")
RISK = Text("Risiko", "Risk")
PATTERN = Text("Pola", "Pattern")
POSITION = Text("Kedudukan", "Position")
DUTIES = Text("Kewajiban", "Duties")
READINESS = Text("Kesiapan bermitra", "Readiness")
STAGE = Text("Tahap", "Stage")
NOT_KNOWN = Text("belum dapat disimpulkan", "cannot be concluded yet")
STEP = Text("Langkah {n}", "Step {n}")
NO_STEP = Text("belum ada", "none yet")
REPAIR = Text("Dibenahi dahulu", "Repair first")
ASSESSED = Text("penilaian {when}", "assessed {when}")

STRONG, DEVELOPING, WEAK, UNRATED = (
    Text(level.id.capitalize(), level.en.capitalize()) for level in lines.LEVELS.values()
)
LEVEL = Text("Tingkat", "Level")
ASPECTS = Text("Aspek", "Aspects")

ACTOR = Text("Aktor", "Actor")
GROUP = Text("Kelompok", "Group")
BASIS = Text("Dasar", "Basis")
ROLE = Text("Peran", "Role")
ENGAGEMENT = Text("Pelibatan", "Engagement")
OPEN = Text("peluang", "opening")
MISSING = Text("Belum disebut di profil", "Not named in the profile")
OUTSIDE = Text("di luar studi", "outside the study")
UNGROUPED = Text("tidak dikelompokkan", "not grouped")

WHO = Text("Siapa", "Who")
WITH = Text("bersama {others}", "with {others}")
WHAT = Text("Langkah", "Step")
OUTPUT = Text("Hasil; ukuran", "Output; measure")
MEASURE = Text("Ukuran", "Measure")
WHEN = Text("Kapan", "When")
NOW, AFTER = lines.NOW.label, lines.AFTER
WAITS_FOR_NOTHING = Text("tidak menunggu apa pun", "waits for nothing")
ALL_ACTORS = Text("Semua pemangku kepentingan", "All stakeholders")
NOBODY = Text("{kind} (belum disebut)", "{kind} (not named)")
RULES = Text("Aturan", "Rules")

PRIORITY = Text("Prioritas", "Priority")
NEED = Text("Kebutuhan", "Need")
ANSWERED = Text("Dijawab program", "Answered by")
NO_PROGRAMME = Text("tidak ada dalam sumber", "none in the source")

GATE = Text("Syarat", "Condition")
GATE_OF = Text("Untuk", "For")
STATUS = Text("Keadaan", "Status")

GAP_OF = {"need": Text("kebutuhan", "need"), "focus": Text("fokus", "focus")}

QUESTION = Text("Pertanyaan", "Question")
ASK_OF = Text("Tanyakan kepada", "Ask")
CHANGES = Text("Dapat mengubah", "Can change")
MORE = Text(
    "… dan {n} lagi (semua ada di --format markdown dan json)",
    "… and {n} more (all are in --format markdown and json)",
)
ALSO_ABOUT = Text("{question} ({subjects})", "{question} ({subjects})")

MARKED = {
    "read": Text("{reference} (keadaan {when})", "{reference} (as of {when})"),
    "general_knowledge": Text(
        "{reference} (pengetahuan umum, {when})", "{reference} (general knowledge, {when})"
    ),
    "inference": Text("disimpulkan dari {reference}", "concluded from {reference}"),
}
NOTE = Text("Catatan", "Note")
REFERENCE = Text("Acuan", "Reference")

FOOT = Text(
    "Basis aturan {rules}; lapisan: {layers}; {assumptions}.",
    "Rule base {rules}; layers: {layers}; {assumptions}.",
)
ALL_DEFAULT = Text("semua asumsi standar", "all assumptions at their default")
OTHERWISE = Text("asumsi selain standar: {chosen}", "assumptions other than default: {chosen}")
SET = Text("Fakta diubah untuk percobaan ini: {names}.", "Facts set for this run: {names}.")
LAID_ON = Text("Overlay: {names}.", "Overlays: {names}.")
SWITCHED_OFF = Text("Aturan dimatikan: {names}.", "Rules switched off: {names}.")
LAYER = {"paper": Text("studi", "study"), "practice": Text("praktik", "practice")}
NO = Text("tidak", "no")
NONE = Text("tidak ada", "none")
ASK_WHY = Text(
    "Alasan tiap baris: kemitraan why {sentra} KESIMPULAN (tanpa kesimpulan: daftarnya).",
    "Reasons of any line: kemitraan why {sentra} CONCLUSION (without one: the list).",
)

WHY_LIST = Text("Yang dapat ditanyakan alasannya", "What you can ask about")
MEANING = Text("Artinya", "Meaning")
CONCLUSION = Text("Kesimpulan", "Conclusion")
DEPENDS = Text("Bergantung pada", "Depends on")
RESTS_ON = Text("Bertumpu pada asumsi", "Rests on assumptions")
DEFAULT = Text("standar", "default")
CHOSEN = Text("dipilih; standar: {default}", "chosen; default: {default}")
STATED = Text("dinyatakan", "stated")
BY_ASSUMPTION = Text("dibaca menurut {assumption}", "read by {assumption}")
FILLED = Text("diisi menurut asumsi {assumption}", "filled in by assumption {assumption}")
FIXED = Text("ketetapan katalog", "fixed in the catalogue")
ABSENT = Text("tidak disimpulkan: {what}", "not concluded: {what}")
ABOVE = Text("(alasannya sudah disebut di atas)", "(its reasons are given above)")
SOURCES = Text("Sumber", "Sources")
OR = Text(" atau ", " or ")
THE_SAME = Text("ini", "this one")
ASSUMPTION = Text("asumsi", "assumption")
LAYER_NOTE = Text("lapisan praktik", "practice layer")

COMPARISON = Text("Perbandingan", "Comparison")
SHARED = Text("Sama", "Shared")
DIFFERING = Text("Berbeda", "Different")
NOT_THERE = Text("–", "–")
NO_ORDER = Text(
    "Kesiapan dibaca sendiri-sendiri; perbandingan ini bukan peringkat.",
    "Readiness is read of each by itself; this comparison is no ranking.",
)

NAME = Text("Nama", "Name")
ABOUT = Text("Tentang", "About")
OVERLAY = Text("Overlay", "Overlay")
RULE = Text("Aturan", "Rule")
IF = Text("Bila", "If")
THEN = Text("Maka", "Then")
BECAUSE = Text("Sebab", "Because")
FILE = Text("Berkas", "File")
STATEMENT = Text("Pernyataan", "Statement")
USED_BY = Text("Dipakai oleh", "Used by")
EVERY = Text("untuk setiap {kind}", "for each {kind}")
LAYER_WORD = Text("Lapisan", "Layer")
DEFAULT_WORD = Text("Standar", "Default")
ALTERNATIVE = Text("Pilihan lain", "Alternative")
NO_EFFECT = Text("Belum berpengaruh", "No effect yet")
TABLE = Text("Tabel", "Table")
REPLACED_BY = Text("digantikan", "replaced by")
RETIRED = Text("aturan pensiun", "retired rule")
NO_FINDING = Text("{n} aturan diperiksa, tanpa temuan.", "{n} rules checked, nothing found.")
GOOD_FILE = Text(
    "{file}: tidak ada kesalahan; {answers}, {actors}.", "{file}: no faults; {answers}, {actors}."
)
ANSWERS = (
    Text("1 jawaban terbaca", "1 answer read"),
    Text("{n} jawaban terbaca", "{n} answers read"),
)
ACTORS_READ = (Text("1 aktor", "1 actor"), Text("{n} aktor", "{n} actors"))
WRITTEN = Text("Templat ditulis ke {file}.", "Template written to {file}.")
COVERED = Text(
    "{used} dari {all} pernyataan dipakai; {unused} dengan alasan tidak dipakai.",
    "{used} of {all} statements are used; {unused} are unused, with a reason.",
)
