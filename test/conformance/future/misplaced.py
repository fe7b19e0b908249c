# A __future__ import must come first; the error is a SyntaxError.
x = 1
from __future__ import division
# exit: 1
# stderr:   File "misplaced.py", line 3
# stderr:     from __future__ import division
# stderr: SyntaxError: from __future__ imports must occur at the beginning of the file
