"""A data set that is deleted while a page shows it: the page reports it, and works again when it is back."""

from visitor import Visitor


class Watching(Visitor):
    """Also keeps the texts of message boxes."""

    alerts: tuple[str, ...] = ()

    def _take(self, message):
        if message.delta.new_element.HasField("alert"):
            self.alerts += (message.delta.new_element.alert.body,)
        return super()._take(message)


def test_a_deleted_data_set_breaks_no_open_page_which_goes_on_when_it_is_back(url, home):
    data = home / "data" / "baselines" / "kendal-2025-08"
    with Watching(url, "lang=id") as visitor:
        drawn = set(visitor.elements)
        data.rename(home / "gone")
        visitor.run()
        assert not visitor.errors and any("2025" in words for words in visitor.alerts), visitor.alerts
        with Visitor(url, "lang=id") as another:  # begins with a scenario whose data exist
            assert not another.errors and "lever participation.opd.target_share" in another.elements
        (home / "gone").rename(data)
        visitor.run()
        assert not visitor.errors and set(visitor.elements) == drawn
