# repr() picks quotes and escapes; ascii() escapes more; both read back.
for s in ["plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "line\n", "ret\r", "null\0", "bell\a", "del\x7f", "é", "\u200b", "\U0001F600", "back\\slash", "\xa0", "\ud800"]:
    print(ascii(repr(s)), ascii(s), eval(repr(s)) == s)
    # expect: "'plain'" 'plain' True
    # expect: '"it\'s"' "it's" True
    # expect: '\'say "hi"\'' 'say "hi"' True
    # expect: '\'both \\\' and "\'' 'both \' and "' True
    # expect: "'tab\\t'" 'tab\t' True
    # expect: "'line\\n'" 'line\n' True
    # expect: "'ret\\r'" 'ret\r' True
    # expect: "'null\\x00'" 'null\x00' True
    # expect: "'bell\\x07'" 'bell\x07' True
    # expect: "'del\\x7f'" 'del\x7f' True
    # expect: "'\xe9'" '\xe9' True
    # expect: "'\\u200b'" '\u200b' True
    # expect: "'\U0001f600'" '\U0001f600' True
    # expect: "'back\\\\slash'" 'back\\slash' True
    # expect: "'\\xa0'" '\xa0' True
    # expect: "'\\ud800'" '\ud800' True
print([["a'b"], ("c",)], {"k": 'v"'})  # expect: [["a'b"], ('c',)] {'k': 'v"'}
