"""What the interview says, in both languages."""

from typing import Final

from kemitraan.text import Text

OPENING: Final = Text(
    "Jawab dengan nomor atau kata. Setiap jawaban langsung disimpan ke {file}.",
    "Answer by number or in words. Every answer is kept at once in {file}.",
)
COMMANDS: Final = Text(
    "tt tidak tahu | k kembali | u ubah | m mengapa | h hasil | s simpan, berhenti",
    "dk don't know | b back | e edit | w why | r result so far | s save, stop",
)
NEXT_ACTOR: Final = Text("Pihak berikutnya? (kosong: sudah semua)",
                         "The next party? (empty: that is all)")  # fmt: skip
NAME: Final = Text("Nama sentra?", "Name of the sentra?")
NAME_NEEDED: Final = Text("Ketik nama sentra.", "Type the name of the sentra.")
EXISTS: Final = Text(
    "{file} sudah ada. Timpa isinya? ya / tidak (tidak: ditulis ke {other})",
    "{file} is already there. Replace it? yes / no (no: written to {other})",
)
YES_NO: Final = Text("Jawab ya atau tidak.", "Answer yes or no.")
UNTOUCHED: Final = Text(
    "{source} tetap seperti adanya; profil dengan jawaban Anda ditulis ke {file}.",
    "{source} stays as it is; the profile with your answers is written to {file}.",
)
RESUMED: Final = Text("Dilanjutkan: {name}, {n} jawaban.", "Resumed: {name}, answers: {n}.")

CHANGING: Final = Text("Ubah jawaban", "Edit an answer")
UNTIL_HEADS: Final = Text(
    "Pertanyaan {n} (paling banyak {heads} lagi untuk jenis dan kesiapan, {all} seluruhnya)",
    "Question {n} (at most {heads} to go for types and readiness, {all} in all)",
)
UNTIL_ALL: Final = Text("Pertanyaan {n} (paling banyak {all} lagi)",
                        "Question {n} (at most {all} to go)")  # fmt: skip
ABOUT: Final = Text("{actor}: {question}", "{actor}: {question}")
ASK_OF: Final = Text("Tanyakan kepada: {who}", "Ask: {who}")
APART: Final = Text("Bedanya: {what}", "Told apart: {what}")
NOW: Final = Text("Sekarang: {what} (kosong: biarkan)", "Now: {what} (empty: leave it)")
SEVERAL: Final = Text("Boleh beberapa, misalnya 1, 3.", "Several are allowed, such as 1, 3.")
FIGURE: Final = Text("Atau angka dengan =, misalnya = {example} ({unit}).",
                     "Or a figure with =, such as = {example} ({unit}).")  # fmt: skip
OWN_WORDS: Final = Text("Jawab dengan kata-kata sendiri.", "Answer in your own words.")

WHICH_ACTORS: Final = Text(
    "Siapa saja pihak di sekitar sentra ini? Satu per baris: nomor jenisnya, lalu namanya.",
    "Who are the parties around this sentra? One a line: the number of its kind, then its name.",
)
ACTOR_EXAMPLE: Final = Text("Misalnya: 4 Bank Daerah. Baris kosong: sudah semua.",
                            "For example: 4 Local Bank. Empty line: that is all.")  # fmt: skip
ACTOR_AS: Final = Text(
    "Tulis nomor jenis dan namanya yang benar, atau - untuk menghapus pihak ini dengan jawabannya.",
    "Write the right number of its kind and its name, or - to remove it and what was said of it.",
)
NAMED: Final = Text("Sejauh ini: {actors}", "So far: {actors}")
NO_SUCH_KIND: Final = Text(
    "Jenis pihak tidak dikenali dari '{line}'. Tulis nomor jenisnya dahulu, misalnya 4 {line}.",
    "No kind of party is known from '{line}'. Write the number of its kind first: 4 {line}.",
)

NOT_UNDERSTOOD: Final = Text("Ketik jawaban atau perintah.", "Type an answer or a command.")
NO_SUCH_NUMBER: Final = Text("Tidak ada jawaban nomor {n}; pilih 1 sampai {last}.",
                             "No answer has the number {n}; choose 1 to {last}.")  # fmt: skip
FIGURE_SO: Final = Text("Bila yang dimaksud angkanya, tulis = {n}.",
                        "If the figure is meant, write = {n}.")  # fmt: skip
NOTED: Final = Text("Dicatat: {what}", "Noted: {what}")
UNKNOWN: Final = Text("Tidak tahu: tidak ditanyakan lagi (u untuk menjawabnya nanti).",
                      "Not known: not asked again (e to answer it later).")  # fmt: skip
TAKEN_AWAY: Final = Text("Jawaban dihapus: {what}", "Answer taken away: {what}")
BACK: Final = Text("Kembali; yang terakhir dibatalkan.", "Back; the last one is undone.")
NOTHING_BEFORE: Final = Text("Tidak ada yang dapat dibatalkan.", "There is nothing to undo.")
NO_CHANGE: Final = Text("Anjuran belum berubah.", "The advice does not change yet.")
MORE: Final = Text("dan {n} lainnya", "and {n} more")
MOVED: Final = Text("{what}: {before} → {now}", "{what}: {before} → {now}")
NOW_SETTLED: Final = Text("Sudah pasti: {what}", "Settled: {what}")
OPEN_AGAIN: Final = Text("Kembali belum pasti: {what}", "Open again: {what}")
HEADS_DONE: Final = Text(
    "Jenis kemitraan dan kesiapan tidak lagi bergantung pada pertanyaan yang tersisa. "
    "Selebihnya tentang langkah dan pihak; s bila cukup.",
    "Types and readiness no longer hang on any question that is left. "
    "The rest is about steps and parties; s if this is enough.",
)

SO_FAR: Final = Text("Sejauh ini", "So far")
LINE: Final = Text("{what}: {value} ({firm})", "{what}: {value} ({firm})")
CERTAIN: Final = Text("pasti", "settled")
OPEN: Final = Text("belum pasti", "not settled")
HANGS: Final = Text("bergantung pada yang tidak diketahui", "hangs on what is not known")
READINESS: Final = Text("Kesiapan bermitra", "Partnership readiness")
COUNTS: Final = Text(
    "Dijawab {given}, tidak tahu {unknown}, masih dapat mengubah anjuran {open}.",
    "Answered {given}, not known {unknown}, can still change the advice {open}.",
)
ANSWERED: Final = Text("Jawaban", "Answers")
ALL_DONE: Final = Text(
    "Selesai: tidak ada pertanyaan tersisa yang dapat mengubah anjuran.",
    "Done: no question is left whose answer could change the advice.",
)
AT_END: Final = Text("u ubah jawaban, k kembali, h hasil, s selesai",
                     "e edit an answer, b back, r result, s stop")  # fmt: skip
KEPT: Final = Text("Tersimpan di {file}.", "Kept in {file}.")
NOTHING_KEPT: Final = Text("Belum ada yang disimpan.", "Nothing was kept.")
GO_ON: Final = Text(
    "Anjurannya: kemitraan recommend {file}. Melanjutkan: kemitraan interview {file}.",
    "The advice: kemitraan recommend {file}. To go on: kemitraan interview {file}.",
)

WHICH: Final = Text("Nomor yang diubah? (kosong: tidak jadi)",
                    "Number of the one to edit? (empty: none)")  # fmt: skip
NOT_KNOWN: Final = Text("tidak tahu", "not known")
ADD_ACTOR: Final = Text("tambah pihak", "add a party")

MAY_SETTLE: Final = Text("Jawabannya dapat memastikan: {what}", "The answer may settle: {what}")
NO_EFFECT: Final = Text("Saat ini jawabannya tidak mengubah anjuran.",
                        "As things stand the answer changes nothing of the advice.")  # fmt: skip
RULES_WAIT: Final = Text("Aturan yang menunggu: {rules}", "Rules that wait: {rules}")
WHY_ACTORS: Final = Text(
    "Langkah diberikan kepada pihak yang ada, dan kelompoknya ditentukan oleh kepentingan dan "
    "pengaruhnya. Pihak yang tidak disebut tidak dianggap tidak ada.",
    "Steps are given to the parties there are, grouped by their interest and influence. "
    "A party that is not named is not taken to be missing.",
)
