// The page's own words in both languages; all else is told by the engine.

import { state } from "./state.js";

const WORDS = {
  title: ["Anjuran kemitraan sentra IKM", "Partnership advice for a sentra IKM"],
  skip: ["Langsung ke isi", "Skip to content"],
  views: ["Bagian halaman", "Parts of the page"],
  start: ["Mulai", "Start"], answer: ["Anjuran", "Advice"], interview: ["Tanya jawab", "Interview"],
  firm: ["Seberapa kuat", "How firm"], take: ["Bawa pulang", "Take away"],
  other: ["English", "Bahasa Indonesia"],
  working: ["Menghitung …", "Computing …"],
  failed: ["Gagal dihitung. Jawaban Anda masih ada; muat ulang halaman ini untuk mencoba lagi.", "This could not be computed. Your answers are still here; reload the page to try again."],
  gone: ["Program tidak menjawab. Jalankan lagi kemitraan web; alamat ini menyimpan isian Anda.", "The program does not answer. Run kemitraan web again; this address keeps what you entered."],
  long: ["Terlalu lama dihitung.", "This took too long to compute."],
  faults: ["Belum dapat dipakai", "This cannot be used yet"],
  line: ["baris {n}", "line {n}"],
  lead: ["Kemitraan apa yang cocok bagi sentra ini, siapa mengerjakan apa, dan apa yang dibenahi dahulu. Setiap baris punya alasannya.", "Which partnership suits this sentra, who does what, and what to repair first. Every line has its reason."],
  private: ["Semuanya dihitung di komputer ini; tidak ada yang dikirim ke mana pun.", "All is computed on this machine; nothing is sent anywhere."],
  new: ["Sentra baru", "A new sentra"], name: ["Nama sentra", "Name of the sentra"],
  byInterview: ["Mulai tanya jawab", "Start the interview"], byForm: ["Isi semua di satu halaman", "Fill in on one page"],
  file: ["Buka profil yang sudah ada", "Open a profile you have"], pick: ["Pilih berkas …", "Choose a file …"], drop: ["atau jatuhkan berkas .yaml di halaman ini", "or drop a .yaml file on this page"],
  shipped: ["Lihat contoh", "Look at an example"], recent: ["Pekerjaan yang disimpan di peramban ini", "Work kept in this browser"],
  remove: ["Hapus", "Remove"],
  facts: ["Fakta", "Facts"], assumptions: ["Asumsi", "Assumptions"], actors: ["Para pihak", "Parties"],
  find: ["Cari fakta atau asumsi", "Find a fact or an assumption"], known: ["{n} dari {of} diketahui", "{n} of {of} known"],
  unknown: ["belum diketahui", "not known"], undo: ["Kembalikan", "Undo"], figure: ["Angka", "Figure"], set: ["Pakai", "Use"], own: ["Tulis di sini", "Write here"],
  ask: ["Tanyakan kepada: {who}", "Ask: {who}"], standard: ["bawaan", "default"],
  addActor: ["Tambah pihak", "Add a party"], kind: ["Jenis", "Kind"], called: ["Nama (boleh kosong)", "Name (may be left empty)"],
  changed: ["Yang berubah", "What changed"], base: ["dibanding profil semula", "against the profile as it was"],
  nothing: ["Belum ada yang diubah. Ubah satu fakta atau asumsi, dan di sini tampak akibatnya.", "Nothing is changed yet. Change a fact or an assumption, and its effect shows here."],
  same: ["Anjurannya tidak berubah.", "The advice stays as it is."], noEffect: ["Tanpa akibat: {why}", "No effect: {why}"],
  reset: ["Kembalikan semua", "Undo all"], more: ["{n} lagi", "{n} more"], by: ["oleh", "by"],
  because: ["Sebab", "Because"], readiness: ["Kesiapan bermitra", "Partnership readiness"], stage: ["Tahap", "Stage"], types: ["Jenis kemitraan", "Type of partnership"],
  notYet: ["belum dapat disimpulkan", "cannot be told yet"], waits: ["Menunggu", "Waits for"], lacking: ["Yang kurang", "Lacking"], focus: ["Fokus", "Focus"],
  settled: ["Pasti, apa pun jawaban atas yang belum diketahui.", "Settled, whatever the answers to what is unknown."],
  open: ["Masih dapat berubah bila yang belum diketahui terjawab.", "May still change once what is unknown is answered."],
  possible: ["Masih mungkin: {what}.", "Still possible: {what}."], depends: ["Bergantung pada: {what}.", "Depends on: {what}."],
  hangs: ["Akan lain di bawah pilihan lain untuk: {what}.", "Would be otherwise under another choice of: {what}."],
  atMost: ["Paling jauh saat ini: {what}", "At most, as things are: {what}"],
  plan: ["Rencana", "Plan"], now: ["Sekarang", "Now"], next: ["Berikutnya", "Next"], later: ["Kemudian", "Later"], done: ["Sudah tercapai", "Reached"],
  who: ["Pelaksana", "Led by"], with: ["Bersama", "With"], measure: ["Ukuran", "Measure"], output: ["Hasil", "Result"], after: ["Setelah", "After"], takes: ["Lamanya", "Takes"], cost: ["Biaya", "Cost"], funding: ["Dasar pendanaan", "Funding"], all: ["semua pihak", "all parties"], nobody: ["belum ada yang disebut", "nobody is named yet"],
  gates: ["Syarat", "Conditions"], gaps: ["Yang belum dijawab program mana pun", "What no programme answers"], map: ["Peta para pihak", "Map of the parties"],
  mapHelp: ["Seret satu pihak ke tingkat lain, atau pilih lalu tentukan tingkatnya.", "Drag a party to another level, or choose it and set its levels."],
  interest: ["Kepentingan", "Interest"], influence: ["Pengaruh", "Influence"], tray: ["Tingkatnya belum diketahui", "Levels not known"], missing: ["belum ada", "missing"],
  questions: ["Tanyakan dahulu", "Ask first"], warnings: ["Peringatan", "Warnings"], diagnosis: ["Diagnosis dan penyebab", "Diagnosis and causes"], needs: ["Kebutuhan", "Needs"], potential: ["Potensi", "Potential"], routes: ["Jalan ke pasar", "Ways to market"],
  strong: ["Kuat", "Strong"], developing: ["Sedang", "Developing"], weak: ["Lemah", "Weak"],
  why: ["Mengapa", "Why"], source: ["Sumber", "Source"], sources: ["Sumber", "Sources"], said: ["dinyatakan", "stated"], absent: ["tidak disimpulkan: {what}", "not concluded: {what}"], assumption: ["asumsi", "assumption"], said_by: ["kata {who}", "says {who}"], rule: ["aturan", "rule"],
  q: ["Pertanyaan {n}", "Question {n}"], leftHeads: ["{n} lagi yang dapat mengubah jenis kemitraan atau kesiapan; {all} seluruhnya", "{n} more can change type or readiness; {all} in all"],
  leftAll: ["Jenis kemitraan dan kesiapan sudah pasti. {all} lagi dapat mengubah yang lain.", "Type and readiness are settled. {all} more can change the rest."],
  settles: ["Jawabannya dapat memastikan", "The answer may settle"], dontKnow: ["Tidak tahu", "Don't know"], back: ["Kembali", "Back"], goOn: ["Lanjut", "Go on"], noActors: ["Tidak ada lagi", "No more"],
  whichActors: ["Siapa saja yang terlibat?", "Who takes part?"], finished: ["Selesai: tidak ada pertanyaan tersisa yang dapat mengubah anjuran.", "Done: no question is left whose answer could change the advice."],
  answers: ["Jawaban sejauh ini", "Answers so far"], edit: ["Ubah", "Edit"], sofar: ["Sejauh ini", "So far"], seeAll: ["Lihat anjurannya", "See the advice"],
  flips: ["Perubahan tunggal yang mengubah anjuran", "Single changes that change the advice"], flipsLead: ["Setiap hal diubah satu per satu: {n} perubahan dicoba.", "Each thing was changed on its own: {n} changes were tried."],
  type: ["Jenis kemitraan", "Type of partnership"], groups: ["Kelompok pihak", "Groups of parties"], strategies: ["Rencana", "Plan"],
  fact: ["fakta", "fact"], actor: ["pihak", "party"], try: ["Coba", "Try"],
  goal: ["Apa yang menghasilkan …", "What would bring about …"], away: ["Apa yang menghapus …", "What would remove …"], holds: ["sudah berlaku", "holds already"],
  noWay: ["Tidak ada jalan: dari {n} gabungan, tidak satu pun menghasilkannya.", "There is no way: none of {n} combinations brings it about."], ways: ["Jalan {n}", "Way {n}"], withOthers: ["Dengan yang di luar jangkauan program", "With what a programme cannot change"], withProgramme: ["Dengan yang dapat diubah program", "With what a programme can change"],
  find_out: ["cari tahu", "find out"], robust: ["Di bawah asumsi lain", "Under other assumptions"], robustLead: ["Dalam berapa bagian gabungan asumsi kesimpulan ini berlaku", "In what share of the combinations of assumptions a conclusion holds"],
  moves: ["Digerakkan oleh: {what}", "Moved by: {what}"], thresholds: ["Angka dan ambangnya", "Figures and their cut-offs"], free: ["Anjuran tetap dari {low} sampai {high}", "The advice stays from {low} to {high}"], anyFigure: ["Anjuran tetap, berapa pun angkanya.", "The advice stays, whatever the figure."], noFigures: ["Profil ini tidak menyebut angka.", "This profile states no figures."],
  compare: ["Berdampingan dengan", "Side by side with"], choose: ["pilih …", "choose …"], differs: ["Berbeda", "Differs"], shared: ["Sama: {n} baris", "The same: {n} lines"],
  print: ["Cetak", "Print"], printLead: ["Anjuran, rencana, pertanyaan, syarat dan peta para pihak.", "The advice, the plan, its questions, the conditions and the map of parties."],
  report: ["Simpan laporan", "Save the report"], reportLead: ["Laporan lengkap untuk rapat sebagai berkas HTML: keputusan, rencana, peta, pertanyaan, dan alasannya sebagai lampiran.", "The whole report for a meeting as an HTML file: decision, plan, map, questions, and the proofs as annex."],
  profile: ["Simpan profil", "Save the profile"], profileLead: ["Berkas YAML dengan semua perubahan fakta; dapat dibuka lagi di sini atau dengan kemitraan.", "A YAML file with all changes of facts; to be opened here again, or with kemitraan."],
  link: ["Salin tautan", "Copy a link"], linkLead: ["Tautan ini memuat seluruh isian Anda sendiri; isinya tidak dikirim ke server mana pun.", "The link itself carries all you entered; it is sent to no server."], copied: ["Tersalin.", "Copied."], code: ["Di halaman lain, tempelkan bagian di belakang # ke alamatnya.", "On another page, put what stands behind # at the end of its address."],
  keep: ["Simpan di peramban ini", "Keep in this browser"], keepLead: ["Muncul lagi di halaman Mulai. Tidak disimpan bila Anda tidak meminta.", "It appears on the start page. Nothing is kept unless you ask."], keptNow: ["Tersimpan.", "Kept."],
  command: ["Perintah yang sama", "The same as a command"], commandLead: ["Menghasilkan jawaban yang sama di terminal.", "Gives the same answer in a terminal."], assumedOnly: ["Pilihan asumsi tidak ditulis ke profil; perintah di bawah memuatnya.", "Choices of assumptions are not written into the profile; the command below has them."],
};

export function w(key, fields = {}) {
  const text = WORDS[key][state.lang === "en" ? 1 : 0];
  return text.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
}

export const has = (key) => key in WORDS;

export const number = (n) => n.toLocaleString(state.lang === "en" ? "en" : "id");
