# A __future__ import must come first; the error is a SyntaxError.
# python: 3.10-3.13
x = 1
from __future__ import division
# exit: 1
# stderr:   File "misplaced.py", line 4
# stderr:     from __future__ import division
# stderr:     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# stderr: SyntaxError: from __future__ imports must occur at the beginning of the file
