/** Something wrong in a file that a person wrote or a program left behind: data, never thrown. */
export interface Problem {
  /** Relative to the folder that was checked. */
  file: string;
  /** From 1; 1:1 where the whole file is meant. */
  line: number;
  column: number;
  /** The record that it is about, where one can be named. */
  id: string | null;
  message: string;
}

/** `questions/moe.yaml:41:5 moe-top2: answer "d" names no option (a, b, c)` */
export function formatProblem({ file, line, column, id, message }: Problem): string {
  return printable(`${file}:${line}:${column} ${id === null ? '' : `${id}: `}${message}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

// JSON escapes the others itself.
const UNSAFE_IN_JSON = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A value as JSON in which no character is left that a terminal would obey. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    UNSAFE_IN_JSON,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Shows text from outside on one line: control characters and bidirectional overrides become visible escapes. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (c) => {
    const code = c.codePointAt(0) ?? 0;
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}
