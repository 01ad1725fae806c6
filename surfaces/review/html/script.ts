/** The report's only script; without it everything can still be read. It opens what a link leads to, filters rows, and opens all for print. */
export const script = `
const opened = (id) => {
  let target;
  try { target = document.getElementById(decodeURIComponent(id)); } catch { return; }
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  if (target) target.scrollIntoView({ block: 'start' });
};
addEventListener('hashchange', () => opened(location.hash.slice(1)));
if (location.hash) opened(location.hash.slice(1));
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link && link.getAttribute('href') === location.hash) opened(location.hash.slice(1));
});
const box = document.getElementById('filter');
if (box) {
  box.closest('p').hidden = false;
  const rows = [...document.querySelectorAll('.matrix tbody tr')].map((row) => [row, row.cells[0].textContent.toLowerCase()]);
  const entries = [...document.querySelectorAll('#entry-points ~ details.entry[id], #entry-points ~ details.area > details')].map((entry) => [entry, (entry.querySelector('summary').textContent + (entry.querySelector('.several')?.textContent ?? '')).toLowerCase()]);
  const areas = [...document.querySelectorAll('details.area')].map((area) => [area, area.open]);
  box.addEventListener('input', () => {
    const wanted = box.value.trim().toLowerCase();
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !text.includes(wanted);
      if (!row.hidden) shown += 1;
      const folded = row.querySelector('th details');
      if (folded) folded.open = wanted !== '' && folded.textContent.toLowerCase().includes(wanted);
    }
    for (const [entry, text] of entries) entry.hidden = !text.includes(wanted);
    for (const [area, before] of areas) {
      const some = area.querySelector('tbody tr:not([hidden]), details.entry:not([hidden])') !== null;
      area.hidden = !some;
      area.open = wanted ? some : before;
    }
    document.getElementById('filter-count').textContent = wanted ? shown + ' of ' + rows.length : '';
  });
}
const closedBefore = [];
addEventListener('beforeprint', () => { for (const one of document.querySelectorAll('details.print:not([open])')) { closedBefore.push(one); one.open = true; } });
addEventListener('afterprint', () => { for (const one of closedBefore.splice(0)) one.open = false; });
`;
