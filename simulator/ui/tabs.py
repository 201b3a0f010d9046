"""Which browser tab works on which draft, so that two of them do not overwrite each other's work."""

from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

_working: dict[str, str] = {}  # the tab of each draft's token, as Streamlit names its session


def claim(token: str) -> bool:
    """Makes this tab the one that works on a draft; False where another one does, which is still open."""
    context = get_script_run_ctx()
    if context is None or not runtime.exists():
        return True
    other = _working.get(token, context.session_id)
    if other != context.session_id and runtime.get_instance().is_active_session(other):
        return False
    _working[token] = context.session_id
    return True
