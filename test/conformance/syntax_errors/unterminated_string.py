# A string without its end.
# python: 3.10-3.13
x = "no end
print(x)
# exit: 1
# stderr:   File "unterminated_string.py", line 3
# stderr:     x = "no end
# stderr:         ^
# stderr: SyntaxError: unterminated string literal (detected at line 3)
