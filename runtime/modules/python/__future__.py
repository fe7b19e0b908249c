"""The features that `from __future__ import` names; all of them are in force."""
all_feature_names = ['nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement',
                     'print_function', 'unicode_literals', 'barry_as_FLUFL', 'generator_stop', 'annotations']
nested_scopes = generators = division = absolute_import = with_statement = True
print_function = unicode_literals = barry_as_FLUFL = generator_stop = annotations = True
