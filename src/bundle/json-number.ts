/** Whether the decimal text and the number are one value: their digits and exponents are compared. */
export function sameNumber(text: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (text.length <= 15) return !/[eE]/.test(text) || normalNumber(text) === normalNumber(String(value));
  return normalNumber(text) === normalNumber(String(value));
}

/** `-12.50e1` → `-125e0`: sign, digits without outer zeros, power of ten. */
function normalNumber(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}
