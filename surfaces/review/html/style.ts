/** The report's only style sheet: calm, two themes, one accent; states have a sign as well as a colour. */
export const style = `
:root{color-scheme:light dark;--paper:#fdfdfb;--ink:#1c1f23;--soft:#565d66;--line:#dcdfe3;--panel:#f4f5f3;--accent:#1a5d8f;--bad:#a8281e;--bad-soft:#fbeae7;--open:#7a5200;--open-soft:#faf1dc;--good:#226243;--good-soft:#e6f2ea;--bar:#4f7ea3;--bar-soft:#c3d2de}
@media (prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#e4e6e8;--soft:#a3abb4;--line:#343a42;--panel:#1d2127;--accent:#86bce6;--bad:#f0958b;--bad-soft:#3a211f;--open:#e2b765;--open-soft:#35290f;--good:#86c9a2;--good-soft:#1a3025;--bar:#6c9cc2;--bar-soft:#31465a}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,header,nav,footer{max-width:80rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
header p{margin:0;color:var(--soft);font-size:.875rem}
h1{font-size:1.75rem;line-height:1.2;font-weight:650;letter-spacing:-.012em;margin:.15rem 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.3rem;line-height:1.3;font-weight:650;letter-spacing:-.008em;margin:0 0 .5rem}
h3{font-size:1.02rem;line-height:1.4;font-weight:600;margin:1.4rem 0 .4rem}
h3.minor{font-size:.95rem;margin:1.1rem 0 .3rem}
h2 small,h3 small{font-weight:400;color:var(--soft);font-size:.875rem;margin-left:.35rem}
section{margin:3rem 0 0}
p{margin:.4rem 0}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.17em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
code{font:.875em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
code.place{color:inherit}
small{font-size:.875rem;color:var(--soft)}
.note{color:var(--soft);font-size:.875rem;max-width:46rem}
.sr{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
.editor{font-size:.8rem;margin-left:.35rem}
nav{position:sticky;top:0;z-index:2;background:var(--paper)}
nav ul{display:flex;gap:0 1.25rem;overflow-x:auto;white-space:nowrap;list-style:none;margin:1.25rem 0 0;padding:.55rem 0;border-block:1px solid var(--line);font-size:.875rem}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
.verdict{margin-top:2rem;display:grid;grid-template-columns:minmax(0,1fr) minmax(15rem,22rem);gap:1rem 3rem;align-items:start}
.verdict h2{font-size:2.5rem;line-height:1.1;letter-spacing:-.025em;font-weight:700}
.verdict.not-ready h2{color:var(--bad)}.verdict.ready h2{color:var(--good)}.verdict.undecided h2{color:var(--open)}
.lead{font-size:1.15rem;line-height:1.45;max-width:46rem}
.conditions{list-style:none;padding:0;margin:.45rem 0 0;font-size:.9rem}
.conditions li{display:grid;grid-template-columns:1.3rem minmax(0,1fr);padding:.12rem 0}
.counts{list-style:none;padding:0;margin:1.75rem 0 0;display:flex;flex-wrap:wrap;border-block:1px solid var(--line)}
.counts li{flex:1 0 7rem}
.counts a,.counts.plain span{display:block;padding:.7rem .75rem .7rem 0;text-decoration:none;color:var(--soft);font-size:.875rem}
.counts a:hover span{text-decoration:underline}
.counts b{display:block;font-size:1.6rem;line-height:1.15;font-weight:600;color:var(--ink);font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.harms{padding:0;margin:1rem 0 0;list-style:none;counter-reset:harm}
.harms>li{counter-increment:harm;position:relative;padding:1.1rem 0 1.1rem 3rem;border-top:1px solid var(--line);display:grid;grid-template-columns:minmax(0,1fr) 15.5rem;gap:0 3rem}
.harms>li::before{content:counter(harm);position:absolute;left:0;top:1rem;font-size:1.5rem;line-height:1.2;font-weight:600;color:var(--soft);font-variant-numeric:tabular-nums}
.harms h3{margin:0;font-size:1.08rem;overflow-wrap:anywhere;max-width:56rem}
.harms p{max-width:56rem}
.radius{font-size:.875rem;color:var(--soft);font-variant-numeric:tabular-nums;border-left:1px solid var(--line);padding-left:1.25rem;align-self:start}
.radius p{margin:0}
.radius p b{font-size:1.3rem;line-height:1.2;font-weight:600;color:var(--ink);margin-right:.2rem}
.radius ul{list-style:none;padding:0;margin:.3rem 0 0}
.radius li{display:grid;grid-template-columns:2.6rem minmax(0,1fr);padding:.06rem 0;line-height:1.4}
.radius li b{font-weight:500;color:var(--ink);white-space:nowrap}
.further{border-top:1px solid var(--line);padding-top:.8rem}
.repair b{font-weight:600;margin-right:.35rem}
summary{cursor:pointer}
summary::marker{color:var(--soft)}
details>summary{padding:.15rem 0}
.trace{margin:.5rem 0;padding-left:1.4rem;border-left:2px solid var(--line);font-size:.9rem}
.trace li{padding:.1rem 0}
.trace li::marker{color:var(--soft);font-variant-numeric:tabular-nums}
.wide{position:relative;overflow-x:auto;max-width:100%;margin:.75rem 0}
table{border-collapse:collapse;font-size:.9rem;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600;font-size:.82rem;color:var(--soft);vertical-align:bottom;line-height:1.25}
tbody th{font-weight:400}
td.number,.slices td:nth-child(n+5):nth-child(-n+7){font-variant-numeric:tabular-nums;white-space:nowrap}
td.unbounded,.time.unbounded b{color:var(--bad)}
td.unknown,.time.unknown b{color:var(--open)}
tr.beside td{color:var(--soft)}
.matrix{font-size:.875rem}
.matrix th:first-child{position:sticky;left:0;background:var(--paper);min-width:13rem;overflow-wrap:anywhere}
.matrix td,.matrix thead th+th{text-align:center;padding:.2rem .3rem;width:5.4rem}
.matrix thead th+th{font-size:.78rem}
.matrix tbody th{padding-block:.28rem}
.matrix thead th+th{padding-bottom:.5rem}
.matrix tbody tr:hover>*{background:var(--panel)}
.matrix th a{color:var(--ink);text-decoration:none}.matrix th a:hover{text-decoration:underline}
.matrix th small{margin-left:.4rem}.matrix thead small{display:block;margin:.1rem 0 0;font-size:.78rem;font-weight:600}
.matrix td>a{font-weight:600;display:inline-block;min-width:2.1rem;padding:.12rem 0;text-decoration:none;border-radius:3px;border:1px solid transparent}
.matrix td>a:hover{border-color:currentColor}.matrix .v{color:var(--bad);background:var(--bad-soft)}.matrix .u{color:var(--open);background:var(--open-soft)}.matrix .s{color:var(--good);background:var(--good-soft)}.matrix .a{color:var(--soft)}.matrix td.n{color:var(--soft)}
.matrix th details{color:var(--soft)}.matrix th summary{font-size:.8rem}
.several{columns:22rem;column-gap:2rem;list-style:none;padding:0;margin:.4rem 0;font-size:.875rem}.several li{break-inside:avoid;overflow-wrap:anywhere;padding:.06rem 0}.several .place{color:var(--soft);font-size:.8rem}
.mark{font-weight:600;font-variant-numeric:tabular-nums}
.mark.violated{color:var(--bad)}.mark.unproven{color:var(--open)}.mark.satisfied{color:var(--good)}.mark.accepted{color:var(--soft)}.mark.not-applicable,.mark.not-asked{color:var(--soft);font-weight:400}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;padding:0;margin:.6rem 0;font-size:.875rem;color:var(--soft)}
.filter{font-size:.9rem}.filter input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.25rem .5rem;margin-left:.4rem;min-width:14rem;max-width:100%}
.filter[hidden]{display:none}
.entry,.finding{border-top:1px solid var(--line);padding:.4rem 0}
.entry[open],.finding[open]{padding-bottom:1.1rem}
.entry>summary,.finding>summary{overflow-wrap:anywhere}
.entry>summary b{font-weight:600}
.entry>summary::after{content:'';display:block;clear:both}
.entry>:not(summary),.finding>:not(summary){margin-left:1.15rem}
.area{border-top:1px solid var(--line);padding:.45rem 0}.area>summary b{font-weight:600}.area>summary b+small{margin-left:.4rem}.area>.wide{margin:.4rem 0 .8rem}.area>.entry{margin-left:1.15rem}.tally{margin-left:1rem}.on-paper{display:none}
.marks{float:right;font-size:.82rem;color:var(--soft)}.marks span{margin-left:.9rem}.marks .mark,.marks b{font-weight:500}.marks .word,.marks .mark{margin-left:.9rem}.entry>summary .place{color:var(--soft);margin-left:.4rem}
.cell>p{font-size:.9rem;margin:.18rem 0}.cell ul ul{margin:.2rem 0 0 1rem}
.cell ul,.related,.lines{list-style:none;padding:0;margin:.2rem 0 .6rem;font-size:.9rem}
.cell{display:grid;grid-template-columns:10.5rem minmax(0,1fr);gap:0 1rem;padding:.3rem 0}.cell h3{margin:.18rem 0 0}.cell ul{padding:0;margin:0}.cell li .place{color:var(--soft)}.cell li>a:not(:has(.place)){text-decoration:none}.cell li>a:hover{text-decoration:underline}.cell>ul>li{padding-left:1.3rem;text-indent:-1.3rem}.cell>ul>li>.mark{display:inline-block;width:1.05rem;text-indent:0}.cell>ul>li>details{text-indent:0}
.lines li,.cell li,.related li{padding:.18rem 0;overflow-wrap:anywhere}
.severity{display:inline-block;font-size:.78rem;font-weight:600;min-width:2.9rem}
.severity.error{color:var(--bad)}.severity.warn{color:var(--open)}
.new{font-size:.78rem;font-weight:600;color:var(--accent);margin-right:.4rem}
.finding>summary .place{color:var(--soft);margin-left:.3rem}
.names{display:inline}.names.more{display:block}.names{white-space:normal}
.more-count{color:var(--soft)}
.pairs{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;font-size:.9rem;margin:.5rem 0}
.pairs dt{color:var(--soft)}.pairs dd{margin:0;overflow-wrap:anywhere}.pairs .item{display:block}
.checklist{list-style:none;padding:0;margin:0}
.checklist li{display:grid;grid-template-columns:1.6rem minmax(0,5fr) minmax(0,7fr);column-gap:0;padding:.4rem 0;border-top:1px solid var(--line);font-size:.9375rem}
.checklist li>span+span{padding-right:2rem}.checklist small{line-height:1.5}.checklist .places{display:block}.checklist .places code{margin-right:.6rem}
.columns{display:grid;grid-template-columns:minmax(0,1fr) 8rem 11rem 6rem;gap:0 1rem;align-items:baseline;list-style:none;position:relative;padding-left:1.15rem}
.columns::-webkit-details-marker{display:none}.columns::before{content:'▸';content:'▸' / '';position:absolute;left:0;color:var(--soft)}details[open]>.columns::before{content:'▾';content:'▾' / ''}
.columns>span+span{font-size:.875rem;color:var(--soft)}.columns .time b{font-weight:500}.columns .time.bounded b{color:var(--ink)}
.steps{padding-left:1.8rem;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,25rem),1fr));gap:0 2.5rem}.steps li{padding:.35rem 0}.steps .said{display:block;line-height:1.45}
:target{background:var(--panel);box-shadow:0 0 0 .5rem var(--panel)}
h2:target{background:none;box-shadow:none}
svg{display:block;max-width:none;height:auto;flex:none}
.key{border:1px solid var(--soft);border-radius:3px;padding:0 .35rem;white-space:nowrap}.entry-key{border-color:var(--accent);border-radius:1rem}.partner-key{border-style:dashed}
svg text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}
.waterfall .tick line{stroke:var(--line)}.waterfall .tick text{fill:var(--soft);font-size:11px;text-anchor:middle}
.waterfall .label{text-anchor:end}.waterfall .value{fill:var(--soft);font-size:11px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.waterfall rect,.waterfall path{fill:var(--bar)}.waterfall .beside rect,.waterfall .beside path{fill:var(--bar-soft)}
.waterfall .unbounded path{fill:var(--bad)}.waterfall .unknown path{fill:var(--open);opacity:.75}
.waterfall .origin{opacity:.8}.waterfall .earliest rect,.waterfall .earliest path{fill-opacity:.3;stroke-width:1;stroke-dasharray:3 2}.waterfall .earliest rect{stroke:var(--bar)}.waterfall .earliest.unbounded path{stroke:var(--bad)}.waterfall .earliest.unknown path{stroke:var(--open)}
.waterfall .budget line{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 3}.waterfall .budget rect{fill:var(--ink);opacity:.12}.waterfall .budget text{text-anchor:middle;font-weight:600;font-size:11px}
.graph .node rect{fill:var(--panel);stroke:var(--soft)}.graph .is-entry rect{fill:var(--paper);stroke:var(--accent)}.graph .is-partner rect{stroke-dasharray:4 3}
.graph .node text{text-anchor:middle}.graph .node .place{fill:var(--soft);font-size:10.5px}
.graph .line{fill:none;stroke:var(--soft);stroke-width:1.1;opacity:.55}.graph .is-server rect{stroke-width:2}.graph .is-violated rect{stroke:var(--bad);stroke-width:2}.graph .is-violated text:not(.place){fill:var(--bad)}.graph .is-unproven rect{stroke-dasharray:2 3}.graph .head{fill:var(--soft)}
.graph .wrong .line{stroke:var(--bad);stroke-width:2.5;stroke-dasharray:6 4;opacity:1}.graph .wrong .head{fill:var(--bad)}.graph .wrong text{fill:var(--bad);font-weight:600;text-anchor:middle;paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
footer{margin-top:4rem;padding-bottom:3rem;color:var(--soft);font-size:.875rem}
@media (min-width:64rem){.wide.fits{overflow:visible}.fits .matrix thead th{position:sticky;top:2.45rem;background:var(--paper);z-index:1}.fits .matrix thead th:first-child{z-index:2}}
@media (max-width:60rem){.harms>li,.verdict{grid-template-columns:minmax(0,1fr)}.radius{border-left:0;padding-left:0;margin-top:.6rem}.radius li{display:inline}.radius li b{margin-right:.3rem}.radius li::after{content:' '}.verdict{align-items:start}}
@media (max-width:44rem){.checklist li{grid-template-columns:1.6rem minmax(0,1fr)}.checklist small{grid-column:2}.columns{grid-template-columns:auto auto auto 1fr;gap:0 .9rem}.columns>span:first-child{grid-column:1/-1}.radius li{display:grid;grid-template-columns:2.6rem minmax(0,1fr)}.cell{grid-template-columns:minmax(0,1fr)}main,header,nav,footer{padding-inline:1rem}header{padding-top:1.5rem}.verdict h2{font-size:2rem}.harms>li{padding-left:1.9rem}.harms>li::before{font-size:1.15rem}.tally{display:block;margin-left:0}.marks{float:none;display:block}.marks .mark:first-child{margin-left:0}.pairs{grid-template-columns:1fr}.pairs dt{margin-top:.4rem}.matrix th:first-child{min-width:9rem;max-width:11rem}.counts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr))}.finding>summary .place{display:block;margin-left:0}}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--panel:#f3f3f3;--accent:#123f61;--bad:#8f1f16;--bad-soft:#fff;--open:#5f4000;--open-soft:#fff;--good:#1b4e35;--good-soft:#fff;--bar:#4f7ea3;--bar-soft:#c3d2de;color-scheme:light}
html{font-size:9.5pt}body{font-size:1rem;line-height:1.4}
main,header,nav,footer{max-width:none;padding:0}
nav,.skip,.filter,.editor,.on-screen{display:none}.on-paper{display:block}
section{margin-top:1.6rem}
.radius{margin-top:0}.radius li{display:grid;grid-template-columns:2.4rem minmax(0,1fr)}
.harms>li{padding-left:0}.harms>li::before{content:none}.harm>h3::before{content:counter(harm) '  ';color:var(--soft);white-space:pre}
h2,h3,.note,.finding>summary,.harm>h3{break-after:avoid}h2,h3,.keep{break-inside:avoid}.harm>p,.radius{break-inside:avoid}.checklist li,tr,svg,.steps li,.lines li,.repair{break-inside:avoid}.harms>li{grid-template-columns:minmax(0,1fr) 11.5rem;gap:0 1.5rem}.verdict{grid-template-columns:minmax(0,1fr) 16rem}
summary{list-style:none}summary::-webkit-details-marker{display:none}summary::marker{content:''}.columns{padding-left:0}.columns::before{content:none}.columns .place{display:none}.more-count{font-style:italic}
thead{display:table-header-group}
details.print::details-content{content-visibility:visible;block-size:auto}
.wide{overflow:visible}svg{max-width:100%}.keep svg{max-height:215mm}.keep .note{break-inside:avoid}
.matrix{font-size:8pt;table-layout:fixed}.matrix td,.matrix thead th+th{width:auto;padding:.1rem .1rem}.matrix thead th+th{font-size:5.6pt;letter-spacing:-.02em}.matrix thead small{font-size:6.5pt}.matrix th:first-child{position:static;min-width:0;width:26%}.matrix td>a{padding:0;min-width:0}table,.trace{font-size:8.5pt}td small,th small{font-size:inherit}.entry>:not(summary),.finding>:not(summary){margin-left:.6rem}
a{color:inherit;text-decoration:none}
.verdict h2{font-size:24pt}
@page{margin:16mm 14mm}
}
`;
