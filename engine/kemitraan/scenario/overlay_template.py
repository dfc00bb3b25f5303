"""A template of an overlay: changes to lay on a profile, with what can be written."""

from __future__ import annotations

from kemitraan.scenario.template import modeline
from kemitraan.text import Lang, Text

_BODY = Text(
    """\
# Overlay: perubahan bernama di atas sebuah profil, untuk mencoba “bagaimana bila”.
# Periksa:  kemitraan scenario check BERKAS-INI
# Coba:     kemitraan whatif PROFIL --overlay BERKAS-INI
id: percobaan-saya
name: {id: Percobaan saya, en: My trial}
about: {id: Bila kontrak pertama ditandatangani, en: When a first contract is signed}

# Yang ditulis di sini menggantikan yang dikatakan profil tentang hal yang sama.
# Semua isian dan jawabannya: kemitraan scenario new
#   licences: ["+", NIB]      menambah pada yang dikatakan profil
#   market_interest: "?"      menghapus yang dikatakan profil: tidak diketahui lagi
sentra:
  contract: kontrak tertulis  # contoh; ganti dengan perubahan Anda

# Aktor yang belum ada di profil ditambahkan, yang sudah ada diubah.
#   bank_daerah: {kind: financial_institution, interest: tinggi}
actors:

# Asumsi yang dipilih lain. Daftarnya: kemitraan assumptions
#   finance_timing: after_contract
assume:

# Aturan yang dimatikan. Daftarnya: kemitraan rules list
#   [DIA-07]
without:
""",
    """\
# Overlay: named changes to lay on a profile, to try "what if".
# Check:  kemitraan scenario check THIS-FILE
# Try:    kemitraan whatif PROFILE --overlay THIS-FILE
id: my-trial
name: {id: Percobaan saya, en: My trial}
about: {id: Bila kontrak pertama ditandatangani, en: When a first contract is signed}

# What is written here replaces what the profile says of the same thing.
# All that can be filled in: kemitraan scenario new
#   licences: ["+", nib]      adds to what the profile says
#   market_interest: "?"      takes away what the profile says: not known any more
sentra:
  contract: written contract  # an example; put your own change here

# An actor that the profile lacks is added, one that it has is changed.
#   local_bank: {kind: financial_institution, interest: high}
actors:

# Assumptions chosen otherwise. Their list: kemitraan assumptions
#   finance_timing: after_contract
assume:

# Rules switched off. Their list: kemitraan rules list
#   [DIA-07]
without:
""",
)


def overlay_template(lang: Lang) -> str:
    """Return a commented YAML template of an overlay in one language; it makes one change."""
    return "\n".join([*modeline("overlay", lang), _BODY[lang]])
