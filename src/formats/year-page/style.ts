// How the page looks: on a phone, on a desk, on paper.

export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { scroll-behavior: auto; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1rem 3rem; color: #1a1a1a; background: #fff;
  font: 16px/1.6 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 3px solid #1f6aa5; padding: 1.2rem 0 .8rem; }
h1 { font-size: 1.65rem; line-height: 1.3; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; margin: 0 0 .4rem; padding-top: 1rem; border-top: 1px solid #c8c8c8; }
h3 { font-size: 1rem; margin: 0 0 .1rem; }
h4 { font-size: .95rem; margin: .9rem 0 .2rem; }
p { margin: .15rem 0; }
header p, .lead, .note, .source { color: #4a4a4a; font-size: .9rem; }
.note { font-size: .85rem; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; margin: .6rem 0 0; font-size: .95rem; }
nav a { display: inline-block; padding: .25rem 0; }
a { color: #14507f; }
.notices { margin: .8rem 0; padding: .5rem .8rem .5rem 1.8rem; border-left: 4px solid #b45f06; background: #fff8ec; font-size: .92rem; }
.cards { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .7rem; margin: .8rem 0 1rem; }
.cards div { border: 1px solid #c8c8c8; border-radius: 4px; padding: .5rem .7rem; }
.cards dt { font-size: .88rem; color: #4a4a4a; }
.cards dd { margin: 0; }
.cards .value { font-size: 1.5rem; font-weight: 600; line-height: 1.3; }
.cards .detail { font-size: .85rem; color: #4a4a4a; }
section { margin-top: 1.6rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr)); gap: 1.4rem 2.2rem; margin-top: .7rem; align-items: start; }
figure { margin: 0; min-width: 0; }
.plot { max-width: 32rem; }
figure.wide { grid-column: 1 / -1; }
svg:not(.patterns) { display: block; width: 100%; height: auto; margin: .4rem 0 .3rem; font-size: 11px; }
svg.patterns { position: absolute; }
svg text { fill: #1a1a1a; }
svg text.open { fill: #5a5a5a; }
svg text.inside { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }
svg .ink, svg .sign { stroke: #333; stroke-width: .6; }
svg .axis { stroke: #333; stroke-width: 1; }
svg .grid { stroke: #ddd; stroke-width: .7; }
svg .mark { stroke: #1a1a1a; stroke-width: 1; stroke-dasharray: 4 3; }
svg .stroke { stroke-width: 2; }
svg .hatch { stroke: #333; stroke-width: .8; fill: none; }
svg .pale { stroke: #b0b0b0; stroke-width: .7; fill: none; }
summary { cursor: pointer; font-size: .88rem; padding: .3rem 0; color: #14507f; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; }
th, td { border: 1px solid #b5b5b5; padding: .25rem .45rem; text-align: left; vertical-align: top; }
thead th { background: #eef3f7; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
.scroll th, .scroll td { overflow-wrap: normal; }
.scroll td.number, .scroll thead th { white-space: nowrap; }
.scroll td:not(.number) { min-width: 4.2em; }
.wide tbody th { white-space: nowrap; }
.wide td { min-width: 6em; }
.wide td:last-child { min-width: 16em; }
tr.totals > * { font-weight: 600; border-top: 2px solid #555; }
.controls { display: flex; flex-wrap: wrap; gap: .6rem 1rem; margin: .6rem 0; align-items: end; }
.controls div { flex: 1 1 9rem; max-width: 22rem; min-width: 0; }
.controls label { display: block; font-size: .85rem; }
.controls input, .controls select { font: inherit; font-size: 1rem; padding: .4rem; border: 1px solid #777; border-radius: 3px; background: #fff; color: inherit; width: 100%; min-width: 0; min-height: 2.6rem; }
#parties { table-layout: fixed; font-size: .92rem; }
#parties .rank { width: 5.4em; } #parties .district { width: 7.5em; } #parties .total { width: 7.5em; } #parties .grade { width: 7em; }
#parties th[scope=row] { font-weight: normal; }
#parties small { display: block; color: #4a4a4a; font-size: .82rem; }
button.sort, button.unfold { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0; text-align: inherit; cursor: pointer; width: 100%; overflow-wrap: anywhere; min-height: 1.8rem; }
button.sort { font-weight: 600; }
button.sort::after { content: " ↕"; color: #666; }
th[aria-sort=ascending] button.sort::after { content: " ▲"; color: inherit; }
th[aria-sort=descending] button.sort::after { content: " ▼"; color: inherit; }
button.unfold { color: #14507f; text-decoration: underline; text-underline-offset: 2px; }
button.unfold::before { content: "＋ "; }
button.unfold[aria-expanded=true]::before { content: "－ "; }
button:focus-visible, a:focus-visible, summary:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #d55e00; outline-offset: 2px; }
tr.detail > td { background: #f7f9fb; padding: .7rem .8rem; }
.explained .sum { font-weight: normal; margin-left: .8em; }
.indicator { border-top: 1px solid #d5d5d5; padding: .35rem 0; }
.indicator .top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
.indicator .points { font-variant-numeric: tabular-nums; }
.indicator .running { color: #4a4a4a; font-size: .88em; }
.indicator ul { margin: .1rem 0 0; padding-left: 1.1rem; font-size: .92em; list-style: none; }
.indicator li { text-indent: -1.1em; padding-left: 1.1em; }
.indicator li.bad { font-weight: 600; }
.indicator li .below { text-indent: 0; padding-left: .6em; color: #4a4a4a; }
footer { margin-top: 2.5rem; border-top: 1px solid #777; padding-top: .5rem; font-size: .85rem; color: #333; }
span.printed { display: none; }
[hidden] { display: none !important; }
@media (max-width: 40rem) {
  body { padding: 0 .8rem 2rem; font-size: 15px; }
  h1 { font-size: 1.35rem; }
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem; }
  .cards .value { font-size: 1.25rem; }
  .controls div { flex-basis: 100%; max-width: none; }
  #parties { font-size: .84rem; }
  #parties th, #parties td { padding: .25rem .28rem; }
  #parties .rank { width: 3.7em; } #parties .district { width: 4.6em; } #parties .total { width: 4.4em; } #parties .grade { width: 4.1em; }
}
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav, .controls, #nobody, #unscripted, summary { display: none !important; }
  header { padding-top: 0; }
  details::details-content { content-visibility: visible !important; display: block !important; height: auto !important; block-size: auto !important; }
  .figures { display: block; }
  figure { margin: 0 0 1rem; break-inside: avoid; }
  figure.wide { break-inside: auto; }
  .plot { break-inside: avoid; }
  svg:not(.patterns) { max-width: 8.4cm; }
  th, td { padding: .08rem .35rem; }
  .cards .value { font-size: 14pt; }
  section { margin-top: 1rem; }
  #parties small { display: inline; margin-left: .6em; }
  #parties .rank { width: 4.4em; } #parties .district { width: 6em; } #parties .total { width: 8.5em; } #parties .grade { width: 7.5em; }
  h1, h2, h3, h4, .lead, .note, .plot { break-after: avoid; }
  thead { display: table-header-group; }
  tr, .indicator, .cards div { break-inside: avoid; }
  tr.detail { break-inside: auto; }
  .scroll { overflow: visible; }
  .cards { grid-template-columns: repeat(4, 1fr); }
  table, #parties { font-size: 8.5pt; }
  button.sort { display: none; }
  span.printed { display: inline; }
  button.unfold { display: inline; width: auto; min-height: 0; }
  section.parties { break-before: page; }
  button.unfold { text-decoration: none; color: inherit; }
  button.unfold::before { content: "" !important; }
}
`
