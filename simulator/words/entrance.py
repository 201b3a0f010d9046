"""Signing in when the program serves an agency, and reasons why it cannot be opened to one."""

TEXTS = {
    "entrance.open": (
        "{name} membuka aplikasi ini ke jaringan, padahal belum ada cara masuk (log-in). Hapus nama itu dari server.address, server.allowedHosts, dan variabel STREAMLIT_SERVER_…, atau atur cara masuk dengan agency.toml (docs/operations.md, “Serving an agency”).",
        "{name} would open this app to the network, and there is no sign-in yet. Take that name out of server.address, server.allowedHosts and the variables STREAMLIT_SERVER_…, or set up sign-in by agency.toml (docs/operations.md, “Serving an agency”).",
    ),
    "entrance.incomplete": (
        "Ada agency.toml, tetapi cara masuk (log-in) belum lengkap: {missing}. Lengkapi menurut docs/operations.md, “Serving an agency”, atau hapus agency.toml agar aplikasi hanya menjawab komputer ini.",
        "There is an agency.toml, but the sign-in is not complete: {missing}. Complete it by docs/operations.md, “Serving an agency”, or delete agency.toml for an app that answers this computer only.",
    ),
    "entrance.welcome": (
        "Simulator ini dibuka bagi orang yang didaftarkan instansi. Silakan masuk dengan akun instansi.",
        "This simulator is open to the people the agency has listed. Please sign in with your agency account.",
    ),
    "entrance.sign_in": ("Masuk", "Sign in"),
    "entrance.sign_out": ("Keluar", "Sign out"),
    "entrance.only_looks": ("hanya melihat", "may only look"),
    "entrance.only_looks_help": (
        "{who} terdaftar sebagai pembaca: boleh mencoba semuanya dan mengunduh, tetapi tidak menyimpan. Yang boleh menyimpan ditentukan instansi dalam agency.toml.",
        "{who} is listed as a viewer, who may try everything and download, but not save. The agency says in agency.toml who may save.",
    ),
    "error.not_admitted": (
        "{found} tidak terdaftar pada simulator ini. Mintalah pengelolanya mendaftarkan Anda, atau keluar dan masuk dengan akun lain.",
        "{found} is not listed for this simulator. Ask whoever runs it to be listed, or sign out and sign in with another account.",
    ),
    "error.not_editor": (
        "{found} terdaftar hanya untuk melihat, jadi tidak ada yang ditulis. Pekerjaan ini tetap ada di halaman dan dapat diunduh.",
        "{found} is listed to look only, so nothing was written. The work is still on the page and can be downloaded.",
    ),
    "error.lists_unreadable": (
        "daftar siapa yang boleh masuk tidak dapat dibaca, jadi tidak ada yang dibuka atau ditulis. Beri tahu pengelola simulator ini.",
        "the lists of who may come in cannot be read, so nothing is opened or written. Tell whoever runs this simulator.",
    ),
    "error.not_toml": (
        "bukan TOML yang benar ({found}). Perbaiki menurut docs/operations.md.",
        "this is not valid TOML ({found}). Correct it by docs/operations.md.",
    ),
    "error.not_an_address": (
        "{found} bukan alamat surel (paling panjang 76 huruf, tanpa spasi).",
        "{found} is not an e-mail address (at most 76 letters, no spaces).",
    ),
    "error.not_a_host": (
        "{found} bukan nama server. Tulis namanya saja, misalnya simulator.contoh.go.id, tanpa protokol dan nomor porta.",
        "{found} is not the name of a server. Write the name alone, such as simulator.example.go.id, without protocol and port.",
    ),
}
