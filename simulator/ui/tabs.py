"""Which browser tab works on which draft, so that two of them do not overwrite each other's work."""

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

_working: dict[str, str] = {}  # the tab of each draft's token, by Streamlit's session id


def claim(token: str) -> bool:
    """Make this tab the one that works on a draft; False if another open tab does."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return True
    other = _working.get(token, context.session_id)
    is_active = runtime.get_instance().is_active_session
    if other != context.session_id and is_active(other):
        return False
    if token not in _working:
        for closed in [draft for draft, tab in list(_working.items()) if not is_active(tab)]:
            _working.pop(closed, None)  # may be gone already: another run does the same
    _working[token] = context.session_id
    return True
