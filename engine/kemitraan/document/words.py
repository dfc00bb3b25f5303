"""What the document says in its own words, in both languages."""

from __future__ import annotations

from kemitraan.text import Text

BLANK = "_" * 28
"""A line to write on by hand."""
TICK = "☐"

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
SHARES = Text(
    "Persentase pada baris Kepastian: bagian dari semua kombinasi asumsi yang tidak mengubah "
    "kesimpulan itu. Angka itu bukan peluang.",
    "A percentage under How firm: the part of all combinations of assumptions that leaves the "
    "conclusion as it is. It is no probability.",
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

MAP = Text("Siapa berkepentingan dan siapa berpengaruh", "Who is interested, and who has influence")
MAP_ABOUT = Text(
    "Makin ke atas makin berpengaruh, makin ke kanan makin berkepentingan; arti nomor di bawah.",
    "The higher, the more influence; the further right, the more interest; numbers named below.",
)
INTEREST = Text("Kepentingan", "Interest")
INFLUENCE = Text("Pengaruh", "Influence")
PLACELESS = Text("belum diketahui", "not known")
BORDERLINE = Text(
    "di ambang batas: satu asumsi atau penilaian lain sudah memindahkannya (ke mana: lihat tabel)",
    "borderline: one other assumption or assessment moves it (where to: see the table)",
)

CHECKLIST = Text("Daftar pertanyaan lapangan", "Field checklist")
ALL_QUESTIONS = Text("semua pertanyaan lapangan", "all questions for the field")
CHECKLIST_NOTE = Text(
    "Yang paling menentukan lebih dahulu. Jawaban “tidak tahu” juga jawaban.",
    "What decides most comes first. “Not known” is an answer too.",
)
CHECKLIST_REST = Text(
    "{n} pertanyaan lain ada di Lampiran 1, menurut siapa yang ditanya.",
    "{n} more questions are in annex 1, by whom to ask.",
)
NO_QUESTION = Text(
    "Tidak ada jawaban yang dapat mengubah anjuran.", "No answer can change the advice."
)
ASKED = Text("Sudah", "Done")
ANSWER = Text("Jawaban, dari siapa, kapan", "Answer, from whom, when")

ANNEXES = Text("Lampiran: {sentra}", "Annexes: {sentra}")
ANNEX = Text("Lampiran {n}: {what}", "Annex {n}: {what}")
PROFILE = Text("Potensi menurut aspek", "Potential by aspect")
POTENTIAL = Text("potensi menurut aspek", "potential by aspect")
PROFILE_ABOUT = Text(
    "Tingkat tiap aspek: makin panjang batangnya, makin kuat; garis putus-putus: belum dinilai.",
    "The level of each aspect: the longer the bar, the stronger; dashed: not assessed.",
)
SEQUENCE = Text("urutan langkah", "the order of the steps")
SEQUENCE_ABOUT = Text(
    "Tiap kolom satu fase; bingkai putus-putus: menunggu langkah lain.",
    "Each column is a phase; a dashed frame waits for other steps.",
)
PHASE = {
    "now": Text("Sekarang", "Now"),
    "next": Text("Berikutnya", "Next"),
    "later": Text("Nanti", "Later"),
}
AFTER = Text("setelah {what}", "after {what}")
ITS_STEPS = Text("langkah {n}", "step {n}")
WAITS = Text("Menunggu", "Waits for")

PROOFS = Text("alasan tiap kesimpulan", "the reasons of each conclusion")
PROOFS_NOTE = Text(
    "Di bawah tiap kesimpulan berdiri aturannya, lalu fakta yang dibacanya, sampai siapa yang "
    "menyatakannya. Yang sudah dijelaskan tidak diulang. Kode tiga huruf adalah aturan, S- sumber "
    "dalam studi, P- acuan praktik, A- asumsi; isinya ada di lampiran berikutnya.",
    "Below each conclusion stands its rule, then the facts it read, down to who stated them. "
    "What has been told already is not told again. Codes of three letters are rules, S- sources "
    "in the study, P- references of practice, A- assumptions; the next annexes tell what they say.",
)
GRAPH = Text("Dasar: {what}", "What it rests on: {what}")
GRAPH_ABOUT = Text(
    "Kesimpulan di kiri, dasarnya di kanan. Bingkai tebal: disimpulkan; tipis: dinyatakan; "
    "putus-putus: masih ada dasar di belakangnya.",
    "The conclusion on the left, its grounds to the right. Thick frame: concluded; thin: stated; "
    "dashed: has more behind it.",
)
GROUND = Text("Dasar", "Ground")
SUPPORTS = Text("Mendukung", "Supports")

FLIPS = Text("apa yang mengubah anjuran", "what changes the advice")
BARS = Text("Berapa perubahan tunggal mengubah apa", "How many single changes change what")
BARS_ABOUT = Text(
    "Banyaknya perubahan tunggal yang mengubah tiap bagian anjuran, menurut macam perubahannya.",
    "How many single changes alter each part of the advice, by sort of change.",
)
BARS_WHAT = Text("Bagian anjuran", "Part of the advice")
BARS_ALL = Text("Semua", "All")
TOWARDS = Text("perubahan terkecil menuju siap", "the smallest changes towards ready")
TO_CHANGE = Text("Perubahan", "Change")
EFFECT = Text("Akibatnya", "What it changes")
GAPS = Text("kesenjangan dan peringatan", "gaps and warnings")
NO_GAP = Text("Tidak ada kesenjangan dan peringatan.", "There are no gaps and no warnings.")
ASSUMPTIONS = Text("asumsi", "assumptions")
ASSUMPTION = Text("Asumsi", "Assumption")
CHOSEN = Text("Dipilih", "Chosen")
REASON = Text("Mengapa", "Why")
SOURCES = Text("sumber", "sources")
SOURCE = Text("Sumber", "Source")
SAYS = Text("Isinya", "What it says")
MADE = Text("dasar laporan", "what the report was made with")
MADE_NOTE = Text(
    "Masukan dan basis aturan yang sama memberi laporan yang sama.",
    "The same input and rule base give the same report.",
)

DAK = Text("bahan dokumen kesiapan DAK", "material for DAK readiness documents")
DAK_NOTE = Text(
    "Ini susunan kerja untuk menyiapkan pengajuan, bukan formulir resmi. Ikuti petunjuk teknis dan "
    "isian KRISNA tahun berjalan.",
    "This is a working layout for preparing a proposal, not an official form. Follow the "
    "technical guidelines and the KRISNA entries of the current year.",
)
DAK_FILES = Text("Dokumen yang lazim diminta", "Documents usually asked for")
DAK_FILES_NOTE = Text(
    "Profil tidak memuat dokumen ini; periksa di kantor.",
    "The profile does not hold these documents; check at the office.",
)
DAK_DOCUMENT = Text("Dokumen", "Document")
DAK_THERE = Text("Ada", "There")
DAK_WHO = Text("Penyedia; tanggal siap", "Provided by; ready on")
DAK_DOCUMENTS = (
    Text("Kerangka acuan kegiatan (KAK)", "Terms of reference"),
    Text("Rencana anggaran biaya (RAB)", "Cost estimate"),
    Text("Bukti kepemilikan lahan", "Proof of who holds the land"),
    Text("Gambar dan rancangan rinci (DED)", "Drawings and detailed design"),
    Text("Dokumen lingkungan", "Environmental document"),
    Text("Keputusan penetapan pengelola", "Decree naming the manager"),
    Text("Kesanggupan membiayai operasi", "Commitment to pay for operation"),
)
FROM = Text("Menurut; siapa dapat memberi", "According to; who can provide")
ENTRY = Text("Isian", "Entry")
HELD = Text("Keadaan menurut profil", "As the profile has it")
UNKNOWN = Text("{tick} belum diketahui", "{tick} not known")
ASK = Text("tanyakan kepada {whom}", "ask {whom}")
DAK_KNOWN = Text("{n} dari {of} isian sudah diketahui.", "{n} of {of} entries are known.")

COMPARED = Text("Perbandingan {n} sentra", "{n} sentra compared")
COMPARED_NOTE = Text(
    "Sentra tidak diperingkat: tiap sentra dinilai menurut profilnya sendiri. Laporan tiap sentra "
    "menyusul.",
    "Sentra are not ranked: each is read by its own profile. The report of each follows.",
)
SYNOPSIS = Text("Sekilas", "At a glance")
SYNOPSIS_ABOUT = Text(
    "Yang berlaku bagi tiap sentra: makin penuh tandanya, makin baik; garis putus-putus: belum "
    "diketahui.",
    "What holds of each sentra: the fuller the mark, the better; dashed: not known.",
)
FIRST_STEPS = Text("Langkah pertama", "First steps")
