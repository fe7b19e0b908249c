"""Error numbers of the system."""
import _os
from _sys import _modules

errorcode = {}
for _name, _number in _os._errors().items():
    setattr(_modules()['errno'], _name, _number)
    errorcode.setdefault(_number, _name)
