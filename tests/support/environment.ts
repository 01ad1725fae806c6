// Tests read what commands print: colours that the terminal of the tests was asked for are not theirs.
delete process.env['FORCE_COLOR'];
