"""Why a setting currently has no effect."""

TEXTS = {
    "effect.no_units_in_segment": (
        "Data ini tidak memuat unit di kelompok ini.",
        "This data has no unit in this group.",
    ),
    "effect.no_units_left": (
        "Tidak ada lagi unit yang belum ikut dan menunggu giliran.",
        "No unit is still waiting for its turn to join.",
    ),
    "effect.no_monev_planned": (
        "Rakor Monev belum dijadwalkan. Isi bulan pertamanya di bagian Rakor Monev.",
        "No Rakor Monev is planned. Give its first month under Rakor Monev.",
    ),
    "effect.no_monev_in_time": (
        "Tidak ada Rakor Monev yang hasilnya masuk dalam masa proyeksi.",
        "No Rakor Monev brings anybody within the projection.",
    ),
    "effect.one_monev_only": (
        "Hanya ada satu Rakor Monev, jadi tidak ada yang berikutnya.",
        "There is only one Rakor Monev, so none follows it.",
    ),
    "effect.no_more_monev_in_time": (
        "Tidak ada Rakor Monev berikutnya yang hasilnya masuk dalam masa proyeksi.",
        "No further Rakor Monev brings anybody within the projection.",
    ),
    "effect.no_push": (
        "Dorongan satu Rakor Monev nol, jadi tidak ada yang meluruh atau berulang.",
        "A Rakor Monev brings nobody to pay, so there is nothing to fade or to repeat.",
    ),
    "effect.no_growth": (
        "Tidak ada yang ikut tanpa diajak dan tidak ada dorongan Rakor Monev, jadi batas ini tidak terpakai.",
        "Nobody joins by themselves or after a Rakor Monev, so the ceiling is not used.",
    ),
    "effect.nobody_grows": (
        "Tidak ada unit yang bertambah dengan sendirinya: semua yang ikut sudah di batasnya, atau mengikuti rencana sendiri.",
        "No unit grows by itself: all that take part are at the ceiling or follow a plan of their own.",
    ),
    "effect.no_unit_takes_part": (
        "Dari {units} unit, tidak satu pun ikut dalam masa proyeksi.",
        "No unit takes part within the projection (units: {units}).",
    ),
    "effect.floor_below_present": (
        "Semua unit yang ikut sudah mencapai atau merencanakan sedikitnya {share:tenths}.",
        "Every unit that takes part already has or plans at least {share:tenths}.",
    ),
    "effect.nothing_to_ramp": (
        "Tidak ada rencana di atas tingkat sekarang, jadi tidak ada kenaikan bertahap.",
        "No plan lies above the present level, so nothing has to be ramped up.",
    ),
    "effect.nobody_enters": (
        "Tidak ada unit yang masuk dari luar dalam masa proyeksi.",
        "No unit comes in from outside within the projection.",
    ),
    "effect.no_floor_and_nobody_enters": (
        "Partisipasi minimal di bawah tingkat sekarang dan tidak ada unit yang masuk.",
        "The floor lies below the present level and no unit comes in.",
    ),
    "effect.monev_brings_nobody": (
        "Rakor Monev tidak menambah siapa pun: tidak ada unit baru, dan tidak ada dorongan bagi unit yang sudah ikut.",
        "The Rakor Monev brings nobody: no new unit joins, and those that take part are not pushed.",
    ),
    "effect.relief_off": ("Keringanan iuran tidak dipakai.", "The relief is not applied."),
    "effect.relief_outside_projection": (
        "Masa keringanan iuran di luar masa proyeksi.",
        "The relief months lie outside the projection.",
    ),
    "effect.rate_is_typed": (
        "Angka kematian diisi langsung, jadi angka acuan tidak dipakai.",
        "The death rate is typed, so the prior is not used.",
    ),
    "effect.no_plan_to_fall_short": (
        "Tidak ada rencana di atas tingkat sekarang yang dapat meleset.",
        "No plan above the present level can fall short.",
    ),
    "effect.no_pledges": ("Tidak ada komitmen yang masih harus dilaksanakan.", "No pledge waits to be kept."),
    "effect.no_queue": ("Tidak ada unit yang menunggu giliran masuk.", "No unit waits its turn to join."),
    "effect.no_vacant_seats": (
        "Tidak ada peserta berhenti yang perlu digantikan.",
        "Nobody who left has to be replaced.",
    ),
    "effect.changes_nothing_now": (
        "Dengan pengaturan lain seperti sekarang, nilai ini tidak mengubah hasil.",
        "With the other settings as they are, this value changes no result.",
    ),
    "effect.target_outside_projection": (
        "Bulan target {month} di luar masa proyeksi.",
        "The target month {month} lies outside the projection.",
    ),
    "effect.no_death_rate": (
        "Tidak ada dasar untuk angka kematian, jadi dipakai nol.",
        "There is nothing to estimate a death rate from, so zero is used.",
    ),
    "effect.already_takes_part": (
        "{unit} sudah ikut, jadi bulan masuknya tidak mengubah apa pun.",
        "{unit} already takes part, so its joining month changes nothing.",
    ),
    "effect.joins_before_month_1": (
        "{unit} diberi bulan masuk {month}, sebelum proyeksi dimulai; dihitung mulai bulan pertama.",
        "{unit} is given {month}, before the projection begins; it counts from the first month.",
    ),
    "effect.override_changes_nothing": (
        "Penetapan khusus {unit} tidak mengubah hasil.",
        "The special setting of {unit} changes no result.",
    ),
    "effect.units_left_out": (
        "{units} unit belum ikut dan tidak terjangkau: tidak ada jadwal masuknya.",
        "Units not taking part and not reached: {units}. They have no month to join.",
    ),
    "effect.target_above_ceiling": (
        "Di atas batas: paling banyak {share:tenths} bila semua unit yang ikut mencapai 100 %.",
        "Above the ceiling: at most {share:tenths} if every unit that takes part reaches 100 %.",
    ),
}
