/* Shows the OpenAPI document of this server. Loads nothing from other hosts. */
window.SwaggerUIBundle({
  dom_id: '#api',
  url: '/api/openapi.json',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null, // its badge is an image of another host
});
