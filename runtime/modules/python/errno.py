"""Error numbers of the system."""
import _os

errorcode = {}
for _name, _number in _os._errors().items():
    globals()[_name] = _number
    errorcode.setdefault(_number, _name)
