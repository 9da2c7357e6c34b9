const punctuation = new Set('{}[]:,');
const literalEnd = /[\s{}[\]:,"]/gu;
/** Deeper than this JSON is not indented further: each level would cost every line below it. */
const deepestIndent = 30;

/** The tokens of valid JSON. No expression finds the texts: they may be millions of characters long. */
export function jsonTokens(json: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < json.length) {
    const character = json.charAt(at);
    const end = endOfToken(json, at, character);
    if (character.trim() !== '') tokens.push(json.slice(at, end));
    at = end;
  }
  return tokens;
}

/** Valid JSON in lines, a member or an element each, its tokens as they were written. */
export function indentedLines(json: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  const turn = (): void => {
    lines.push(line);
    line = '  '.repeat(Math.min(depth, deepestIndent));
  };
  const tokens = jsonTokens(json);
  for (const [place, token] of tokens.entries()) {
    const next = tokens[place + 1];
    const closes = token === '}' || token === ']';
    if (closes) depth--;
    if (closes && tokens[place - 1] !== '{' && tokens[place - 1] !== '[') turn();
    line += token === ':' ? ': ' : token;
    if (token === '{' || token === '[') {
      depth++;
      if (next !== '}' && next !== ']') turn();
    }
    if (token === ',') turn();
  }
  return [...lines, line];
}

function endOfToken(json: string, at: number, character: string): number {
  if (character === '"') return endOfText(json, at);
  if (punctuation.has(character) || character.trim() === '') return at + 1;
  literalEnd.lastIndex = at;
  return literalEnd.exec(json)?.index ?? json.length;
}

function endOfText(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (json.charAt(quote - 1 - slashes) === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return json.length;
}
