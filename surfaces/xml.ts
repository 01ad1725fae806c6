/** An element of an XML document; what its attributes and texts hold is escaped when it is written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Makes an element. Names are ours, never the analysed code's. */
export function element(name: string, attributes: XmlElement['attributes'], ...children: readonly (XmlElement | string)[]): XmlElement {
  return { name, attributes, children };
}

/** A whole document, well-formed whatever its texts hold. */
export function xmlText(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes, children }: XmlElement, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(value))}"`]));
  const start = `${indent}<${name}${given.join('')}`;
  if (children.length === 0) return `${start}/>`;
  // Space around a text would belong to it.
  if (children.some((child) => typeof child === 'string')) return `${start}>${children.map((child) => (typeof child === 'string' ? escaped(child) : written(child, ''))).join('')}</${name}>`;
  return `${start}>\n${children.map((child) => written(child as XmlElement, `${indent}  `)).join('\n')}\n${indent}</${name}>`;
}

// XML 1.0 has no way to write these, not even as a reference.
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\t': '&#9;', '\r': '&#13;' };

function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, '\ufffd').replace(/[&<>"'\t\r]/g, (character) => ENTITIES[character] ?? '');
}
