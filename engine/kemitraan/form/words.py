"""What the form says beside the questions, in both languages."""

from typing import Final

from kemitraan.text import Text

START: Final = Text("Mulai", "Start")
ACTORS: Final = Text("Aktor", "Actors")
MORE: Final = Text("Keterangan lain", "More statements")
TITLE: Final = Text("Profil sentra", "Profile of a sentra")
HOW: Final = (
    Text(
        "Isi kotak kuning yang diketahui. Biarkan kosong yang belum: itu akan ditanyakan, "
        "tidak pernah dihitung sebagai kelemahan.",
        "Fill in the yellow boxes that you can. Leave blank what is unknown: it will be asked for, "
        "and is never counted as a weakness.",
    ),
    Text(
        "Lembar ini berisi yang paling menentukan. Lembar berikutnya menanyakan selebihnya, "
        "menurut siapa yang dapat menjawab.",
        "This sheet asks what settles most. The next ones ask the rest, by who can answer.",
    ),
    Text(
        "Pilih jawaban dari daftar, atau tulis angka bila tertulis “atau angka”. Beberapa jawaban "
        "dipisahkan titik koma.",
        "Choose an answer from the list, or write a figure where it says “or a figure”. Several "
        "answers are separated by semicolons.",
    ),
    Text(
        "Sebut sumbernya, siapa yang mengatakan dan kapan (2026, 3/2026 atau 14/3/2026). Bila dua "
        "keterangan berbeda, tulis yang kedua di lembar “Keterangan lain”.",
        "Say the source, who said it and when (2026, 3/2026 or 14/3/2026). Where two statements "
        "differ, write the second on the sheet “More statements”.",
    ),
    Text(
        "Setelah diisi: kemitraan recommend FILE.xlsx, atau jatuhkan berkasnya di halaman "
        "kemitraan.",
        "Once it is filled in: kemitraan recommend FILE.xlsx, or drop the file on the page of "
        "kemitraan.",
    ),
)
SENTRA: Final = Text("Sentra", "The sentra")
OPENING: Final = Text("Yang paling menentukan anjuran", "What settles most of the advice")
ASK: Final = Text("Tanyakan kepada: {who}", "Ask: {who}")
ABOUT_ACTORS: Final = Text(
    "Satu baris bagi setiap pihak: dinas, pengelola, pembeli, bank, kampus dan lain-lain. "
    "Beri jenisnya; nama boleh kosong. Sumber di baris itu berlaku bagi semua isinya.",
    "A row for each party: office, manager, buyer, bank, university and others. Give its kind; "
    "the name may be left out. The source in a row goes for all that it says.",
)
KINDS: Final = Text("Jenis: {kinds}", "Kinds: {kinds}")
ABOUT_MORE: Final = Text(
    "Untuk keterangan kedua tentang pertanyaan yang sama, atau tentang satu aktor. "
    "Kosongkan kolom Aktor bila tentang sentra.",
    "For a second statement on the same question, or one on an actor. Leave the column Actor "
    "blank where it is about the sentra.",
)
SEVERAL: Final = Text("boleh beberapa; pisahkan dengan ;", "several allowed; separate by ;")
FIGURE: Final = Text("atau angka: {unit}", "or a figure: {unit}")
SINCE: Final = Text("atau tahun, misalnya 2024", "or a year, such as 2024")
SINCE_DATE: Final = Text("sejak {date}", "since {date}")
OWN_WORDS: Final = Text("dengan kata-kata sendiri", "in your own words")
APART: Final = Text("Bedanya: {apart}", "Told apart: {apart}")
CHOOSE: Final = Text("Pilih dari daftar", "Choose from the list")
NOT_LISTED: Final = Text("Jawaban ini tidak ada di daftar.", "This answer is not on the list.")
TICK: Final = "☐"  # forms are filled in on paper first
YES: Final = Text("ya", "yes")
PAGE: Final = Text("Halaman &P dari &N", "Page &P of &N")
WRITTEN: Final = Text("Ditulis ke {file}.", "Written to {file}.")
ENDING: Final = Text("formulir harus bernama .xlsx", "a form has to be named .xlsx")
NAME_IT: Final = Text("Tulis {name}", "Write {name}")
NOTED: Final = Text(
    "Kesalahan ditulis sebagai catatan sel di {file}.", "Faults written as cell notes in {file}."
)

CASES: Final = Text("Andaikan", "What if")
CASE: Final = Text("Kasus", "Case")
DIFFERENCE: Final = Text("Beda dari dasar", "Difference from the base")
BASE_CASE: Final = Text("dasar", "base")
ABOUT_CASES: Final = (
    Text(
        "Satu baris bagi setiap kasus. Isi hanya yang berbeda dari profil di lembar lain: kosong "
        "berarti sama, ? berarti belum diketahui. Judul kolom boleh diganti dengan pertanyaan "
        "lain, “aktor: atribut” atau asumsi (A-26).",
        "A row for each case. Fill in only what differs from the profile on the other sheets: "
        "blank means the same, ? means not known. A heading may be replaced by another question, "
        "“actor: attribute” or an assumption (A-26).",
    ),
    Text(
        "Kolom bertanda → adalah hasil. Yang diisi di sana adalah hasil yang diharapkan, dan "
        "dibandingkan: kemitraan form cases FILE.xlsx",
        "Columns marked → are results. What is filled in there is what is expected, and is "
        "compared: kemitraan form cases FILE.xlsx",
    ),
)
OUTCOME: Final = "→ "
NO_CASES: Final = Text(
    "tidak ada lembar dengan kolom “Kasus”", "there is no sheet with a column “Case”"
)
MAKE_CASES: Final = Text(
    "Buat: kemitraan form new FILE.xlsx --from PROFIL --cases",
    "Make it: kemitraan form new FILE.xlsx --from SCENARIO --cases",
)
HEADING: Final = Text("judul kolom", "heading")
COLUMNS_THERE: Final = Text(
    "Tulis pertanyaan, “aktor: atribut”, asumsi, atau → dan hasil",
    "Write a question, “actor: attribute”, an assumption, or → and a result",
)
NO_NAME: Final = Text("kasus tanpa nama", "a case without a name")
GIVE_NAME: Final = Text("Isi kolom Kasus", "Fill in the column Case")
ALL_EXPECTED: Final = Text("Sesuai harapan: {n} hasil.", "As expected: results {n}.")
NOT_EXPECTED: Final = Text(
    "Tidak sesuai harapan: {n} dari {all} hasil.", "Not as expected: results {n} of {all}."
)
EXPECTED: Final = Text("{found} (diharapkan: {expected})", "{found} (expected: {expected})")
CHANGED: Final = Text("Diubah", "Changed")
NOTHING: Final = Text("tidak ada", "nothing")
FROM_TO: Final = Text("{what}: {before} → {now}", "{what}: {before} → {now}")
NOT_TOLD: Final = Text("tidak", "no")

# The field form: XLSForm, for KoboToolbox and ODK
FIELD_TITLE: Final = Text("Profil sentra", "Profile of a sentra")
FIELD_SENTRA: Final = Text("Sentra", "The sentra")
FIELD_WHO: Final = Text("Narasumber", "The informant")
FIELD: Final = {
    "sentra_name": (Text("Nama sentra", "Name of the sentra"), None),
    "sentra_id": (
        Text("Nama pendek sentra", "Short name of the sentra"),
        Text(
            "Sama di setiap pengisian tentang sentra ini; kosong: dari namanya. Huruf kecil, "
            "angka dan - saja.",
            "The same in every submission on this sentra; none: from its name. Small letters, "
            "digits and - alone.",
        ),
    ),
    "assessed_on": (Text("Tahun penilaian", "Year of the assessment"), None),
    "about_id": (
        Text("Keterangan singkat (Indonesia)", "Short description (Indonesian)"), None,
    ),
    "about_en": (Text("Keterangan singkat (Inggris)", "Short description (English)"), None),
    "said_by": (
        Text("Siapa yang menjawab?", "Who answers?"),
        Text("Nama atau jabatan. Satu pengisian bagi satu narasumber.",
             "Name or position. A submission for each informant."),
    ),
    "said_basis": (Text("Dasar keterangan", "Kind of evidence"), None),
    "said_on": (
        Text("Kapan dikatakan?", "When was it said?"),
        Text("Kosong: hari ini. 2026, 2026-03 atau 2026-03-14.",
             "None: today. 2026, 2026-03 or 2026-03-14."),
    ),
    "said_source": (
        Text("Sumber tertulis", "Written source"),
        Text("Laporan, surat atau berita acara; beberapa dipisahkan titik koma.",
             "Report, letter or minutes; several separated by semicolons."),
    ),
    "said_note": (Text("Catatan", "Note"), None),
    "from_study": (
        Text("Disalin dari studi atau laporan?", "Copied from a study or report?"), None,
    ),
    "said_potential": (
        Text("Semua jawaban ini baru peluang?", "Are all these answers only a potential?"), None,
    ),
    "actor_name": (Text("Nama pihak", "Name of the party"), None),
    "actor_code": (Text("Kode pihak", "Code of the party"), None),
}  # fmt: skip
FIELD_FIGURE: Final = Text("{label}: angkanya", "{label}: the figure")
FIELD_SINCE: Final = Text("{label}: sejak tahun", "{label}: since the year")
FIELD_ACTORS: Final = Text("Pihak", "Parties")
FIELD_RANGE: Final = Text("Di luar skala", "Off the scale")
NOT_THERE: Final = Text("tidak berlaku dengan --xlsform", "does nothing with --xlsform")
LEAVE_OUT: Final = Text("Hapus {option}", "Leave out {option}")
FIELD_NEXT: Final = Text(
    "Unggah ke KoboToolbox atau ODK. Ekspor hasilnya sebagai XLSX dengan “XML values and headers”, "
    "lalu: kemitraan form read EKSPOR.xlsx -o FOLDER",
    "Upload it to KoboToolbox or ODK. Export what comes in as XLSX with “XML values and headers”, "
    "then: kemitraan form read EXPORT.xlsx -o FOLDER",
)
MERGED: Final = Text("{name}: digabung dari {n} pengisian.", "{name}: merged of submissions: {n}.")
DIFFERING: Final = Text(
    "Keterangan yang berbeda, semuanya tetap ditulis: {things}.",
    "Said differently, and all of it kept: {things}.",
)
SEVERAL_SENTRA: Final = Text("ada {n} sentra: {names}", "there are {n} sentra: {names}")
NAME_FOLDER: Final = Text("Sebut sebuah folder dengan -o", "Name a folder by -o")
