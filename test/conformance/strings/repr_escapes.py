# repr() picks quotes and escapes; ascii() escapes more.
for s in ["plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "line\n", "ret\r", "null\0", "bell\a", "del\x7f", "é", "\u200b", "\U0001F600", "back\\slash", "\xa0", "\ud800"]:
    print(ascii(repr(s)), ascii(s), len(s))
    # expect: "'plain'" 'plain' 5
    # expect: '"it\'s"' "it's" 4
    # expect: '\'say "hi"\'' 'say "hi"' 8
    # expect: '\'both \\\' and "\'' 'both \' and "' 12
    # expect: "'tab\\t'" 'tab\t' 4
    # expect: "'line\\n'" 'line\n' 5
    # expect: "'ret\\r'" 'ret\r' 4
    # expect: "'null\\x00'" 'null\x00' 5
    # expect: "'bell\\x07'" 'bell\x07' 5
    # expect: "'del\\x7f'" 'del\x7f' 4
    # expect: "'\xe9'" '\xe9' 1
    # expect: "'\\u200b'" '\u200b' 1
    # expect: "'\U0001f600'" '\U0001f600' 1
    # expect: "'back\\\\slash'" 'back\\slash' 10
    # expect: "'\\xa0'" '\xa0' 1
    # expect: "'\\ud800'" '\ud800' 1
print([["a'b"], ("c",)], {"k": 'v"'})  # expect: [["a'b"], ('c',)] {'k': 'v"'}
