// It resolves 20 MB of libraries that nothing else needs; CONTRIBUTING.md tells of the setting.
all == 'true'
