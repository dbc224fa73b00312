const LONG_LINE = 90;

/**
 * A rule's example as a block of code in Markdown: JSON that is too long for a line is laid out; what is not JSON stays as it was written.
 */
export function ruleExample(text: string): string {
  let shown = text;
  let language = 'json';
  try {
    if (text.length > LONG_LINE) shown = JSON.stringify(JSON.parse(text), null, 2);
    else JSON.parse(text);
  } catch {
    language = text.startsWith('(') ? 'text' : 'json';
  }
  return `\`\`\`${language}\n${shown}\n\`\`\``;
}
