"""The page of data: which there are, a list taken in, and what a scenario gains or loses on other data; and the file of shapes."""

TEXTS = {
    # boundaries.geojson
    "error.not_feature_collection": ("bukan GeoJSON berisi FeatureCollection. Ekspor ulang batas wilayahnya sebagai GeoJSON.", "this is no GeoJSON FeatureCollection. Export the boundaries as GeoJSON again."),
    "error.no_shapes": ("tidak memuat satu pun batas wilayah. Isi paling sedikit satu, atau hapus berkasnya.", "holds no shape at all. Give at least one, or delete the file."),
    "error.unknown_shape": ("{found} bukan kecamatan dalam data ini. Isi properti code atau name dengan salah satu: {allowed}.", "{found} is no kecamatan of these data. Give one of them in the property code or name: {allowed}."),
    "error.shape_twice": ("{found} sudah ada. Satukan menjadi satu MultiPolygon.", "{found} is there already. Join both in one MultiPolygon."),
    "error.not_a_ring": ("bukan garis tertutup. Isi paling sedikit 4 titik bujur dan lintang dalam derajat, yang terakhir sama dengan yang pertama.", "this is no closed line. Give at least 4 points of longitude and latitude in degrees, the last equal to the first."),
}
