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
        "Setelah diisi: kemitraan recommend FILE.xlsx",
        "Once it is filled in: kemitraan recommend FILE.xlsx",
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
