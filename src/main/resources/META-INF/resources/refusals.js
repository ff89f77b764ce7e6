// Shows why a form was refused: above the page, at the field that is meant, and with the focus there.
// The page of the form stays as it is, with what was typed.
(function () {
  'use strict';

  const NO_ANSWER = '没有连上服务，这次没有提交。填写的内容还在，请稍后再试。';
  const CONTROLS = 'input[name]:not([type=hidden]), select[name], textarea[name]';

  let number = 0;

  /** The last name of a pointer, and the place among its like. */
  function pointed(form, pointer) {
    const parts = pointer.split(/[/.[\]]+/).filter((part) => part);
    const name = parts.filter((part) => !/^\d+$/.test(part)).pop();
    const place = Number(parts.filter((part) => /^\d+$/.test(part)).pop() || 0);
    const like = Array.from(form.querySelectorAll(CONTROLS)).filter((one) => one.name === name);
    return like[Math.min(place, like.length - 1)];
  }

  function forget(form) {
    form.querySelectorAll('.error[data-of-field]').forEach((one) => one.remove());
    form.querySelectorAll('[aria-invalid]').forEach((one) => {
      one.removeAttribute('aria-invalid');
      one.removeAttribute('aria-describedby');
    });
  }

  function mark(field, message) {
    const said = document.createElement('p');
    said.className = 'error';
    said.id = 'refused-field-' + (number += 1);
    said.dataset.ofField = field.name;
    said.textContent = message;
    (field.closest('label') || field).after(said);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', said.id);
    for (let part = field.closest('details'); part; part = part.parentElement.closest('details')) {
      part.open = true;
    }
  }

  function show(form) {
    const told = document.querySelector('#notice .alert');
    if (!told) {
      return;
    }
    const wrong = Array.from(told.querySelectorAll('data'))
      .map((one) => ({ field: form && pointed(form, one.value), message: one.textContent }))
      .filter((one) => one.field);
    wrong.forEach((one) => mark(one.field, one.message));
    (wrong.length ? wrong[0].field : told).focus();
    told.scrollIntoView({ block: 'nearest' });
    document.activeElement.scrollIntoView({ block: 'center' });
  }

  function say(text) {
    const told = document.createElement('div');
    told.className = 'alert';
    told.setAttribute('role', 'alert');
    told.tabIndex = -1;
    told.append(Object.assign(document.createElement('p'), { textContent: text }));
    document.getElementById('notice').replaceChildren(told);
    told.focus();
  }

  /** To what is to be decided next, in the part that was renewed or after it. */
  function goOn(renewed) {
    const next = Array.from(document.querySelectorAll('.finding:not(.done)')).find(
      (one) =>
        renewed.contains(one) ||
        renewed.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING
    );
    if (next && renewed.matches('section')) {
      next.tabIndex = -1;
      next.focus();
    }
  }

  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.elt.matches('form')) {
      forget(event.detail.elt);
      document.getElementById('notice').replaceChildren();
    }
  });

  // An answer that is not from the service, as of a proxy, is no part of the page.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const answer = event.detail;
    if (answer.xhr.status >= 500 && !answer.xhr.getResponseHeader('HX-Retarget')) {
      answer.shouldSwap = false;
      say(NO_ANSWER);
    }
  });

  document.addEventListener('htmx:afterSettle', (event) => {
    const sent = event.detail.requestConfig;
    if (event.detail.xhr.status >= 400 && event.detail.xhr.getResponseHeader('HX-Retarget')) {
      show(sent && sent.elt.matches('form') ? sent.elt : null);
    } else if (document.activeElement === document.body && event.detail.xhr.status < 400) {
      goOn(event.target);
    }
  });

  document.addEventListener('htmx:sendError', () => say(NO_ANSWER));
  document.addEventListener('htmx:timeout', () => say(NO_ANSWER));
})();
