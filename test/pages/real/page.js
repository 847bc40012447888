/*
 * Shows one element on the page of a library, as `?page=` and `?element=` ask for; the libraries' own code is built
 * before by the check.
 */

const asked = new URLSearchParams(location.search);
const pageName = asked.get('page');
const folder = asked.get('built');

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = `${folder}/${pageName}.css`;
// Not every library comes with a style sheet
await new Promise((resolve) => {
  style.onload = style.onerror = resolve;
  document.head.append(style);
});

const { show } = await import(`${folder}/${pageName}.js`);
show(document.querySelector('#page'), asked.get('element'));
