"""How stylesheets and scripts are stored for serving."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedAssets(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # no types there
    """Store each asset under a name with its hash, so that browsers may keep it for ever."""

    support_js_module_import_aggregation = True  # start.js imports the library by its hashed name
